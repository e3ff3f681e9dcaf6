import { type CaseView, type LinkedAgencyId } from '@lienthong/contracts';
import { FaultLog } from '../../../apps/replay/src/verification/fault';
import { type Gaps, GivenOut } from '../../../apps/replay/src/verification/given-out';
import { type HttpJson } from '../http-json';
import { endOfCase } from './end-of-case';
import { type Receipt } from './receipt';
import { type ScriptedDossier } from './scripted-dossiers';
import { type Entry, timelineFaults } from './timeline';

const AT_ONCE = 16;
const PAGE = 200;

interface AgencyRecordBody {
  readonly localNumber: string;
  readonly record: { readonly active: boolean };
}

/** Reads everything back through the API and says what is not as it must be; empty when all is well. */
export class Audit {
  readonly faults: string[] = [];
  /** How many dossiers ended how. */
  readonly ends = new Map<string, number>();
  private readonly givenOutFaults = new FaultLog();
  private readonly givenOut = new GivenOut(this.givenOutFaults);

  constructor(
    private readonly http: HttpJson,
    private readonly gaps: Gaps = 'none',
  ) {}

  async run(dossiers: readonly ScriptedDossier[], receipts: ReadonlyMap<string, Receipt>): Promise<void> {
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
    this.givenOut.end(this.gaps);
    for (const { dossierNumber = '', message } of this.givenOutFaults.first)
      this.faults.push(`${dossierNumber} ${message}`);
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
    for (const number of acknowledged) this.givenOut.dossier(number);
  }

  private async examine({ dossier }: ScriptedDossier, number: string): Promise<void> {
    const { status, body: view } = await this.http.get<CaseView>(`/v1/dossiers/${number}`);
    if (status !== 200) {
      this.faults.push(`${number} is lost: ${status}`);
      return;
    }
    const { body } = await this.http.get<{ entries: Entry[] }>(`/v1/dossiers/${number}/timeline`);
    for (const fault of timelineFaults(body.entries)) this.faults.push(`${number} ${fault}`);
    this.ends.set(view.status, (this.ends.get(view.status) ?? 0) + 1);
    this.givenOut.results(view);
    const expected = endOfCase(dossier, view, body.entries);
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
    const { result } = procedure;
    if (!result) this.faults.push(`${number} does not tell the result of ${agency}`);
    for (const [name, value] of Object.entries(result ?? {})) {
      const held = (body.record as Readonly<Record<string, unknown>>)[name];
      if (held !== undefined && JSON.stringify(held) !== JSON.stringify(value)) {
        this.faults.push(`${number}: ${agency} holds another ${name} than the case tells`);
      }
    }
    this.givenOut.localNumber(agency, body.localNumber, number);
  }
}
