import { type CaseStatus, type LinkedAgencyId } from '@lienthong/contracts';
import { type StateValue } from 'xstate';
import { type SagaContext } from './saga-context';

/** Where one agency's part of a case stands. */
export const PHASES = [
  'not-started',
  'requested',
  'verifying',
  'awaiting-supplement',
  'stopping',
  'completed',
  'refused',
  'stopped',
  'correcting',
  'revoking',
  'revoked',
] as const;
export type Phase = (typeof PHASES)[number];

type Branches = Readonly<Record<string, StateValue | undefined>>;

/** The states of an agency's chart in which work is under way. */
const UNDER_WAY = new Set<StateValue | undefined>([
  'requested',
  'verifying',
  'awaiting-supplement',
  'stopping',
]);

/** Reads an agency's phase off a saga's state value, or off what the saga remembers of it. */
export function phaseOf(value: StateValue, context: SagaContext, agency: LinkedAgencyId): Phase {
  const chart = chartValue(value, agency);
  if (UNDER_WAY.has(chart)) return chart as Phase;
  if (isCorrecting(value, agency)) return 'correcting';
  if (typeof value === 'object' && value['cancelling'] === agency) return 'revoking';
  if (context.issued.includes(agency)) return 'completed';
  if (context.refused.includes(agency)) return 'refused';
  if (context.stopped.includes(agency)) return 'stopped';
  if (context.revoked.includes(agency)) return 'revoked';
  return 'not-started';
}

/** The case's status (trạng thái hồ sơ). After-issue work is `in-progress` again. */
export function statusOf(value: StateValue, phases: Iterable<Phase>): CaseStatus {
  if (typeof value === 'string') return value as CaseStatus;
  const settled = value['settled'];
  if (typeof settled === 'string') return settled as CaseStatus;
  for (const phase of phases) if (phase === 'awaiting-supplement') return 'awaiting-supplement';
  return 'in-progress';
}

function chartValue(value: StateValue, agency: LinkedAgencyId): StateValue | undefined {
  if (typeof value !== 'object') return undefined;
  if (agency === 'civil-registry') return value['registration'];
  const branches = value['branches'];
  return typeof branches === 'object' ? branches[agency] : undefined;
}

function isCorrecting(value: StateValue, agency: LinkedAgencyId): boolean {
  const correcting = typeof value === 'object' ? value['correcting'] : undefined;
  if (typeof correcting !== 'object') return agency === 'civil-registry' && correcting === 'certificate';
  const records = correcting['records'];
  return typeof records === 'object' && (records as Branches)[agency] === 'ordered';
}
