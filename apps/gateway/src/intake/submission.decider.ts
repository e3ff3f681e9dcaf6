import { type Due, isoDay } from '@lienthong/calendar';
import { type Dossier, type PolicyId } from '@lienthong/contracts';
import { type Decider, type Outgoing } from '@lienthong/engine';
import { formatDossierNumber } from '@lienthong/numbers';

/** A dossier handed in under an idempotency key. */
export interface SubmitDossier {
  readonly type: 'dossier.submit';
  readonly dossier: Dossier;
  /** Of the dossier in its canonical form. */
  readonly bodyHash: string;
  readonly policy: PolicyId;
  /** Epoch ms. */
  readonly submittedAt: number;
  /** Ngày hẹn trả kết quả. Known before a number is drawn: a date the calendar lacks must leave nothing behind. */
  readonly appointment: Due;
  readonly simulatedApplicant?: true;
  /** Who hands it in, where callers are known. */
  readonly submittedBy?: string;
}

/** What the first answer said, so that it can be said again. */
export interface Submission {
  readonly dossierNumber: string;
  readonly bodyHash: string;
  readonly submittedAt: number;
  readonly policy: PolicyId;
  /** Ngày hẹn trả kết quả, epoch ms. */
  readonly appointment: number;
  /** The appointment reaches into a year whose holidays are not decreed yet. */
  readonly provisional: boolean;
}

/** The key was used for another dossier before. */
export class IdempotencyKeyReused extends Error {
  readonly code = 'idempotency-key-reused';

  constructor() {
    super('idempotency key reused for another body');
    this.name = 'IdempotencyKeyReused';
  }
}

/**
 * Makes a dossier out of a submission, once per idempotency key. The dossier is published with its first and only
 * change of state, so what was acknowledged is on its way and what was not never existed.
 */
export const submissionDecider: Decider<Submission, SubmitDossier> = {
  service: 'gateway',
  kind: 'submissions',
  target: () => undefined,
  needs: (state, input) =>
    state === undefined && input.type === 'dossier.submit'
      ? { numbers: [{ name: numberName(input.submittedAt), period: '' }] }
      : undefined,
  decide(state, input, context) {
    if (input.type !== 'dossier.submit') return undefined;
    if (state) {
      if (state.bodyHash !== input.bodyHash) throw new IdempotencyKeyReused();
      return undefined;
    }
    const { dossier, bodyHash, policy, submittedAt, appointment, simulatedApplicant, submittedBy } = input;
    const dossierNumber = formatDossierNumber(isoDay(submittedAt), context.number(numberName(submittedAt)));
    const { dueAt, provisional } = appointment;
    const submitted: Outgoing = {
      topic: 'dossier.events',
      type: 'vn.lienthong.dossier.submitted.v1',
      subject: dossierNumber,
      data: {
        dossier,
        policy,
        submittedAt,
        ...(simulatedApplicant && { simulatedApplicant }),
        ...(submittedBy !== undefined && { submittedBy }),
      },
    };
    return {
      state: { dossierNumber, bodyHash, submittedAt, policy, appointment: dueAt, provisional },
      messages: [submitted],
    };
  },
};

/**
 * One counter a day of filing, not one that restarts when the day changes: dossiers of a replay may be dated in any
 * order, and a counter that came back to a day would give its numbers out again.
 */
function numberName(submittedAt: number): string {
  return `dossier/${isoDay(submittedAt)}`;
}
