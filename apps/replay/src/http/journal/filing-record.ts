import { type FaultLog } from '../../verification/fault';
import { type Filing, type FilingEnd, type FilingObserver } from '../sending/filing';
import { type Acknowledgements } from './acknowledgements';
import { type Journal } from './journal';

/** Writes down what was acknowledged, and reports what will never be. */
export class FilingRecord implements FilingObserver {
  /** When the dossier that was sent last is filed, in the time that is replayed (epoch ms). */
  lastFiledAt: number | undefined;

  constructor(
    private readonly acknowledgements: Acknowledgements,
    private readonly journal: Pick<Journal, 'add'>,
    private readonly faults: Pick<FaultLog, 'add'>,
    private readonly onAcknowledged: (key: string, dossierNumber: string) => void,
  ) {}

  offered({ dossier }: Filing): void {
    this.lastFiledAt = dossier.submittedAt;
  }

  settled(filing: Filing, end: FilingEnd): void {
    if (end.kind === 'acknowledged') this.acknowledged(filing, end.dossierNumber);
    else if (end.kind !== 'left')
      this.faults.add('unanswered', `dossier ${filing.position} of the source was ${saying(end)}`);
  }

  private acknowledged({ dossier, position, sentAt }: Filing, dossierNumber: string): void {
    const key = dossier.idempotencyKey;
    if (!this.acknowledgements.add(key, dossierNumber)) {
      const message = `dossier ${position} of the source was given a number that another one has`;
      this.faults.add('duplicate', message, dossierNumber);
    }
    const acknowledgedAt = epoch(performance.now());
    this.journal.add({ key, dossierNumber, sentAt: epoch(sentAt), acknowledgedAt });
    this.onAcknowledged(key, dossierNumber);
  }
}

function saying({ kind, reason }: Extract<FilingEnd, { readonly reason: string }>): string {
  return kind === 'rejected' ? `rejected: ${reason}` : `not acknowledged: ${reason}`;
}

function epoch(instant: number): number {
  return Math.round(performance.timeOrigin + instant);
}
