import { type WorkingCalendar } from '@lienthong/calendar';
import {
  type ApplicantMove,
  AGENCY_NUMBERS,
  type LinkedAgencyId,
  type Simulation,
} from '@lienthong/contracts';
import { hashText, triangular, unitOf } from './hash';
import { type Rates, ratesFor } from './rates';

/** One supplement request to one applicant. */
export interface SupplementCase {
  readonly seed: number;
  readonly dossierNumber: string;
  readonly agency: LinkedAgencyId;
  /** The attempt that ended in the request: 1 for an agency's first. */
  readonly attempt: number;
  readonly simulation?: Simulation | undefined;
  readonly rates?: Rates | undefined;
}

export interface AskedApplicant extends SupplementCase {
  /** Epoch ms. */
  readonly askedAt: number;
  readonly calendar: WorkingCalendar;
}

export interface PlannedMove {
  readonly move: ApplicantMove;
  /** Epoch ms; for `ignore` the time of the request, as nothing happens. */
  readonly at: number;
}

const DRAWS = { move: 0, delay: 1 } as const;
const DRAWS_PER_ATTEMPT = 2;
const APPLICANT_SALT = 0x5bd1e995;
const MINUTE_MS = 60_000;
const MINUTES_A_DAY = 480;

/**
 * What the simulated applicant (người yêu cầu) does about a supplement request, and when: always inside the
 * window of 7 working days.
 */
export function applicantMove(asked: AskedApplicant): PlannedMove {
  const move = moveOf(asked);
  if (move === 'ignore') return { move, at: asked.askedAt };
  const unit = unitOf(hashOf(asked), asked.attempt * DRAWS_PER_ATTEMPT + DRAWS.delay);
  const days = move === 'provide' ? triangular(unit, 0.2, 1.5, 5.5) : triangular(unit, 0.1, 0.8, 3);
  const at = asked.calendar.addWorkingMs(asked.askedAt, Math.round(days * MINUTES_A_DAY) * MINUTE_MS);
  return { move, at: Math.ceil(at / MINUTE_MS) * MINUTE_MS };
}

/**
 * The move alone. A script's n-th move answers the n-th request of each agency; after its last one the applicant
 * provides; a scripted dossier without moves is answered by nobody. Drawn withdrawals come at the registry only:
 * later it would depend on the clock which of the parallel agencies had its result by then.
 */
export function moveOf(asked: SupplementCase): ApplicantMove {
  const { agency, attempt, simulation, rates = ratesFor('nd63') } = asked;
  if (simulation) return simulation.applicant ? (simulation.applicant[attempt - 1] ?? 'provide') : 'ignore';
  const unit = unitOf(hashOf(asked), attempt * DRAWS_PER_ATTEMPT + DRAWS.move);
  if (unit < rates.ignoredSupplement) return 'ignore';
  const withdraws = agency === 'civil-registry' && unit < rates.ignoredSupplement + rates.withdrawal;
  return withdraws ? 'withdraw' : 'provide';
}

function hashOf({ seed, dossierNumber, agency }: SupplementCase): number {
  return hashText(seed ^ APPLICANT_SALT, dossierNumber) ^ AGENCY_NUMBERS[agency];
}
