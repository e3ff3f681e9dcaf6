import { type AgencyId, type AgencyResult, type CaseView, type ProcedureView } from '@lienthong/contracts';
import { parseDossierNumber } from '@lienthong/numbers';
import { type FaultLog } from './fault';
import { Identifiers } from './identifiers';
import { RunningNumbers } from './running-numbers';

/** Whether a series may lack numbers: one that was drawn may be lost with the process that drew it. */
export type Gaps = 'none' | 'allowed';

const DECISION_NUMBER = /^(\d+)\/(.+)$/;

/** Every number and identifier that was given out: none may be given out twice. About 50 bytes a dossier. */
export class GivenOut {
  private readonly running = new RunningNumbers();
  /** By kind, as faults name it: never with the identifier itself, which says who it is about. */
  private readonly identifiers = new Map<string, Identifiers>();

  constructor(private readonly faults: FaultLog) {}

  /** A dossier number: counted by day. */
  dossier(dossierNumber: string): void {
    const parts = parseDossierNumber(dossierNumber);
    if (!parts) this.faults.add('duplicate', 'is no dossier number', dossierNumber);
    else this.count(`dossiers of ${parts.day}`, parts.counter, dossierNumber);
  }

  has(dossierNumber: string): boolean {
    const parts = parseDossierNumber(dossierNumber);
    return parts !== undefined && this.running.has(`dossiers of ${parts.day}`, parts.counter);
  }

  /** What the agencies of a case have issued. */
  results(view: CaseView): void {
    let before: ProcedureView | undefined;
    for (const procedure of view.procedures) {
      // Procedures of one agency follow one another and share its result.
      if (procedure.result && procedure.agency !== before?.agency)
        this.result(view, procedure.office, procedure.result);
      before = procedure;
    }
  }

  /** An agency's own number of a dossier (số hồ sơ nội bộ). */
  localNumber(agency: AgencyId, localNumber: string, dossierNumber: string): void {
    this.give(`number at ${agency}`, localNumber, dossierNumber);
  }

  /** Reports what is missing in the series, where that is not allowed. Once, at the end. */
  end(gaps: Gaps): void {
    if (gaps === 'allowed') return;
    for (const { name, missing } of this.running.gaps())
      this.faults.add('gap', `${name}: ${missing} running numbers are missing`);
  }

  private result({ dossierNumber, procedureGroup }: CaseView, office: string, result: AgencyResult): void {
    const { certificate, personalId, cardNumber, insuranceNumber, residenceNumber, decisions } = result;
    if (certificate) {
      const year = certificate.book.slice(certificate.book.indexOf('/') + 1);
      this.count(`${procedureGroup} register of ${office} in ${year}`, certificate.number, dossierNumber);
    }
    if (certificate && personalId !== undefined)
      this.give(procedureGroup === 'birth' ? 'personal id' : 'deceased person', personalId, dossierNumber);
    if (cardNumber !== undefined) this.give('health-insurance card', cardNumber, dossierNumber);
    if (insuranceNumber !== undefined) this.give('insurance number', insuranceNumber, dossierNumber);
    if (residenceNumber !== undefined) this.give('residence number', residenceNumber, dossierNumber);
    for (const { decisionNumber } of decisions ?? []) this.decision(office, decisionNumber, dossierNumber);
  }

  /** A decision to pay: `number/year/kind`, counted by office, year and kind. */
  private decision(office: string, decisionNumber: string, holder: string): void {
    const [, number, series] = DECISION_NUMBER.exec(decisionNumber) ?? [];
    this.count(`benefit decisions ${series ?? decisionNumber} of ${office}`, Number(number), holder);
  }

  private count(series: string, number: number, holder: string): void {
    if (!this.running.add(series, number))
      this.faults.add('duplicate', `number ${number} of the ${series} was given out before`, holder);
  }

  private give(kind: string, identifier: string, holder: string): void {
    let known = this.identifiers.get(kind);
    if (!known) this.identifiers.set(kind, (known = new Identifiers()));
    if (!known.add(identifier))
      this.faults.add('duplicate', `its ${kind} is that of another dossier, too`, holder);
  }
}
