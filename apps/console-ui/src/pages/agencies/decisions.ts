import { type Decision, DECISIONS, type LinkedAgencyId, type ProcedureGroup } from '@lienthong/contracts';

/** Keys by which an officer chooses; the same in both languages, after the order on screen. */
export const DECISION_KEYS: Readonly<Record<Decision, string>> = {
  approve: '1',
  'request-supplement': '2',
  verify: '3',
  refuse: '4',
};

/** The colours of decisions beside their words. */
export const DECISION_COLORS: Readonly<Record<Decision, string>> = {
  approve: 'green',
  'request-supplement': 'orange',
  verify: 'blue',
  refuse: 'red',
};

/** What may be decided: the place of residence is verified (xác minh) for births only. */
export function decisionsOf(agency: LinkedAgencyId, group: ProcedureGroup): readonly Decision[] {
  const verifies = agency === 'residency' && group === 'birth';
  return DECISIONS.filter((decision) => decision !== 'verify' || verifies);
}
