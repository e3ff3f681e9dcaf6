/** The kinds of aggregate that an audit reads, as their engines are named. */
export const KINDS = [
  'submissions',
  'orchestrator',
  'civil-registry',
  'residency',
  'health-insurance',
  'social-benefits',
] as const;
export type Kind = (typeof KINDS)[number];
