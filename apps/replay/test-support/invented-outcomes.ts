import { isoDay, vietnamCalendar } from '@lienthong/calendar';
import { type CaseStatus, PROCEDURE_AGENCY, type Procedure } from '@lienthong/contracts';
import { type Geography } from '@lienthong/geography';
import { formatDossierNumber } from '@lienthong/numbers';
import { generateDossiers, hashText, unitOf } from '@lienthong/simulation';
import { type Outcome } from '../src/outcome';
import { type Course, madeOutcome } from './made-outcome';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long each procedure's work lies at most, in hours of the clock: somewhere near its limit. */
const LONGEST: Readonly<Record<Procedure, number>> = {
  'birth-registration': 7,
  'permanent-residence': 44,
  'health-insurance-card': 40,
  'death-registration': 8,
  'residence-deletion': 40,
  'funeral-allowance': 190,
  'survivor-benefits': 190,
};

export interface Invention {
  readonly seed: number;
  readonly births: number;
  readonly deaths: number;
  readonly from: string;
  readonly to: string;
  readonly geography: Geography;
}

/** Generated dossiers with ends that no system gave them: plausible enough to look at a report. */
export function* inventedOutcomes(invention: Invention): Generator<Outcome> {
  let count = 0;
  for (const { dossier, submittedAt } of generateDossiers({ ...invention, calendar: vietnamCalendar })) {
    count++;
    const unit = (salt: string): number => unitOf(hashText(invention.seed, `${count}/${salt}`), 0);
    yield madeOutcome({
      dossier,
      submittedAt,
      dossierNumber: formatDossierNumber(isoDay(submittedAt), count),
      verified: dossier.procedureGroup === 'birth' && unit('verified') < 0.1,
      status: statusOf(unit('status')),
      courses: dossier.procedures.map((procedure) => course(procedure, submittedAt, unit)),
    });
  }
}

function statusOf(unit: number): CaseStatus {
  if (unit < 0.93) return 'completed';
  if (unit < 0.965) return 'partially-completed';
  return unit < 0.985 ? 'refused' : unit < 0.995 ? 'stopped' : 'withdrawn';
}

function course(procedure: Procedure, submittedAt: number, unit: (salt: string) => number): Course {
  const agency = PROCEDURE_AGENCY[procedure];
  const opens = vietnamCalendar.nextOpening(submittedAt) - submittedAt;
  const late = unit(`${agency}/late`) < 0.02 ? 3 : 1;
  const work = (0.1 + 0.9 * unit(`${agency}/work`) ** 2) * LONGEST[procedure] * HOUR * late;
  const waits: Course =
    unit(`${agency}/supplement`) < 0.08 ? [['applicant', (0.2 + 6 * unit(`${agency}/wait`)) * DAY]] : [];
  return [
    ['transit', 2 * MINUTE],
    ['queue', agency === 'civil-registry' ? opens + 20 * MINUTE : 30 * MINUTE],
    ['agency', work * 0.3],
    ...waits,
    ['agency', work * 0.7],
    ['transit', MINUTE],
  ];
}
