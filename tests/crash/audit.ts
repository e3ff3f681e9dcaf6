import { type CaseView, type LinkedAgencyId, type ProcedureGroup } from '@lienthong/contracts';
import { parseDossierNumber } from '@lienthong/numbers';
import { expectedEnd, ratesFor } from '@lienthong/simulation';
import { type HttpJson } from '../support/http-json';
import { type Receipt } from './applicants';
import { type CrashDossier } from './crash-dossiers';

const AT_ONCE = 16;
const PAGE = 200;
/** The default of `--seed`. */
const SEED = 63;

interface AgencyRecordBody {
  readonly localNumber: string;
  readonly record: { readonly active: boolean };
}

interface EntryBody {
  /** ISO 8601, always `+07:00`: order of text is order of time. */
  readonly at: string;
  readonly type: string;
  readonly agency?: LinkedAgencyId;
  readonly data?: { readonly attempt?: number };
}

/** Reads everything back through the API and says what is not as it must be; empty when all is well. */
export class Audit {
  readonly faults: string[] = [];
  /** How many dossiers ended how. */
  readonly ends = new Map<string, number>();
  /** Series of running numbers: each must be 1, 2, … n, without a gap and without a number given twice. */
  private readonly series = new Map<string, number[]>();
  /** Identifiers that nobody else may have, and who has them. */
  private readonly holders = new Map<string, string>();

  constructor(private readonly http: HttpJson) {}

  async run(dossiers: readonly CrashDossier[], receipts: ReadonlyMap<string, Receipt>): Promise<void> {
    await this.nothingElseExists(receipts);
    const queue = [...dossiers];
    const line = async (): Promise<void> => {
      for (let next = queue.pop(); next; next = queue.pop()) {
        const number = receipts.get(next.key)?.dossierNumber;
        if (number === undefined) this.faults.push(`${next.key} was never answered`);
        else await this.examine(next, number);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, line));
    for (const [name, numbers] of this.series) {
      const ascending = numbers.sort((a, b) => a - b);
      if (ascending.some((number, i) => number !== i + 1))
        this.faults.push(`${name} counts ${ascending.join(', ')}`);
    }
  }

  /** What was filed twice, or taken without ever being acknowledged, would be in the list. */
  private async nothingElseExists(receipts: ReadonlyMap<string, Receipt>): Promise<void> {
    const listed: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const from: string = cursor && `&cursor=${cursor}`;
      const { body } = await this.http.get<{ items: CaseView[]; nextCursor?: string }>(
        `/v1/dossiers?limit=${PAGE}${from}`,
      );
      listed.push(...body.items.map(({ dossierNumber }) => dossierNumber));
      cursor = body.nextCursor;
    }
    const acknowledged = new Set([...receipts.values()].map(({ dossierNumber }) => dossierNumber));
    if (acknowledged.size !== receipts.size) this.faults.push('two keys were answered with one dossier');
    if (new Set(listed).size !== listed.length) this.faults.push('a dossier is listed twice');
    for (const number of listed)
      if (!acknowledged.has(number)) this.faults.push(`${number} belongs to nobody`);
    for (const number of acknowledged) {
      const parts = parseDossierNumber(number);
      this.count(`dossiers of ${parts?.day}`, parts?.counter ?? NaN);
    }
  }

  private async examine({ dossier }: CrashDossier, number: string): Promise<void> {
    const { status, body: view } = await this.http.get<CaseView>(`/v1/dossiers/${number}`);
    if (status !== 200) {
      this.faults.push(`${number} is lost: ${status}`);
      return;
    }
    this.ends.set(view.status, (this.ends.get(view.status) ?? 0) + 1);
    const expected = expectedEnd(dossier, number, SEED, ratesFor(view.policy), {
      applicant: 'none',
    });
    if (view.status !== expected.status)
      this.faults.push(`${number} is ${view.status}, not ${expected.status}`);
    for (const { agency, procedure, status: actual } of view.procedures) {
      const wanted = expected.agencies[agency];
      if (wanted !== undefined && actual !== wanted)
        this.faults.push(`${number} ${procedure} is ${actual}, not ${wanted}`);
    }
    for (const agency of new Set(view.procedures.map((procedure) => procedure.agency))) {
      await this.record(view, agency, number);
    }
    await this.timeline(number);
  }

  /** The agency has a record exactly where the case says it completed, and the case repeats what the record says. */
  private async record(view: CaseView, agency: LinkedAgencyId, number: string): Promise<void> {
    const procedure = view.procedures.find((one) => one.agency === agency);
    const { status, body } = await this.http.get<AgencyRecordBody>(
      `/v1/agencies/${agency}/records/${number}`,
    );
    if (procedure?.status !== 'completed') {
      if (status !== 404)
        this.faults.push(`${agency} holds a record of ${number}, which it did not complete`);
      return;
    }
    if (status !== 200 || !body.record.active) {
      this.faults.push(`${agency} holds no active record of ${number}: ${status}`);
      return;
    }
    const { result, office } = procedure;
    if (!result) this.faults.push(`${number} does not tell the result of ${agency}`);
    for (const [name, value] of Object.entries(result ?? {})) {
      const held = (body.record as Readonly<Record<string, unknown>>)[name];
      if (held !== undefined && JSON.stringify(held) !== JSON.stringify(value)) {
        this.faults.push(`${number}: ${agency} holds another ${name} than the case tells`);
      }
    }
    this.give(`${agency} ${office}`, body.localNumber, number);
    this.identifiers(view.procedureGroup, office, number, result ?? {});
  }

  private identifiers(
    group: ProcedureGroup,
    office: string,
    number: string,
    result: NonNullable<CaseView['procedures'][number]['result']>,
  ): void {
    const { certificate, personalId, cardNumber, insuranceNumber, residenceNumber, decisions } = result;
    if (certificate)
      this.count(`${group} register of ${office} in ${certificate.book.slice(3)}`, certificate.number);
    if (certificate && personalId !== undefined) this.give('personal id', personalId, number);
    if (cardNumber !== undefined) this.give('card', cardNumber, number);
    if (insuranceNumber !== undefined) this.give('insurance number', insuranceNumber, number);
    if (residenceNumber !== undefined) this.give(`residence ${office}`, residenceNumber, number);
    for (const { decisionNumber } of decisions ?? []) this.give(`benefit ${office}`, decisionNumber, number);
  }

  /** Every entry says something that happens once: per agency and attempt, or once in a case. */
  private async timeline(number: string): Promise<void> {
    const { body } = await this.http.get<{ entries: EntryBody[] }>(`/v1/dossiers/${number}/timeline`);
    const seen = new Set<string>();
    let before = '';
    for (const { at, type, agency = 'case', data } of body.entries) {
      const entry = `${type} of ${agency}, attempt ${data?.attempt ?? 1}`;
      if (seen.has(entry)) this.faults.push(`${number} tells twice: ${entry}`);
      seen.add(entry);
      if (at < before) this.faults.push(`${number} goes back in time at ${entry}`);
      before = at;
    }
    for (const type of ['dossier.submitted', 'dossier.accepted', 'dossier.sent-to-registry']) {
      if (!body.entries.some((entry) => entry.type === type))
        this.faults.push(`${number} never tells ${type}`);
    }
  }

  private count(series: string, number: number): void {
    const numbers = this.series.get(series);
    if (numbers) numbers.push(number);
    else this.series.set(series, [number]);
  }

  private give(kind: string, identifier: string, number: string): void {
    const name = `${kind} ${identifier}`;
    const holder = this.holders.get(name);
    if (holder !== undefined) this.faults.push(`${holder} and ${number} have the same ${name}`);
    this.holders.set(name, number);
  }
}
