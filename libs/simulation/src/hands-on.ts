import { AGENCY_NUMBERS, type LinkedAgencyId } from '@lienthong/contracts';
import { type DecisionCase } from './decision.model';
import { hashText, triangular, unitOf } from './hash';

type Minutes = readonly [low: number, mode: number, high: number];

/** Invented, plausible: the registry sees the applicant and writes the book, the others work from its certificate. */
const AT_THE_REGISTRY: Minutes = [20, 28, 45];
const ELSEWHERE: Minutes = [15, 20, 30];

const HANDS_ON_SALT = 0x27d4eb2f;
const MINUTE_MS = 60_000;

/**
 * How long an officer (cán bộ) has the file in hand for a decision, in ms of office hours: whole minutes, and part of
 * the decision's `workingMs`, never more than that. For the rest of it the file lies: signatures, other systems, the post.
 */
export function handsOnMs(input: DecisionCase, workingMs: number): number {
  const { seed, dossierNumber, agency, step } = input;
  const hash = hashText(seed ^ HANDS_ON_SALT, dossierNumber) ^ AGENCY_NUMBERS[agency];
  const minutes = Math.round(triangular(unitOf(hash, step), ...minutesAt(agency)));
  return Math.min(minutes * MINUTE_MS, workingMs);
}

function minutesAt(agency: LinkedAgencyId): Minutes {
  return agency === 'civil-registry' ? AT_THE_REGISTRY : ELSEWHERE;
}
