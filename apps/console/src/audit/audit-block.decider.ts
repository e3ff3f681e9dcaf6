import { type AuditEntry } from '@lienthong/contracts';
import { type Decider } from '@lienthong/engine';

/** Entries of the audit log that were written together: one of an operation, or one for each of some items of a batch. */
export interface AuditBlock {
  /** The number of its first entry. */
  readonly first: number;
  /** What it is about, so that its writer knows it again after a crash. */
  readonly key: string;
  readonly entries: readonly AuditEntry[];
}

export interface AppendBlock {
  readonly type: 'audit.append';
  readonly block: AuditBlock;
}

const DIGITS = 12;

/**
 * The id under which a block stands: the newest comes first. Blocks leave no gap, so whoever knows the last entry knows
 * the one id that the next block can have, and of two who create it one is refused: that is what orders the log.
 */
export function auditBlockId(first: number): string {
  return String(10 ** DIGITS - first).padStart(DIGITS, '0');
}

/** The audit log (nhật ký kiểm tra), a block an aggregate: what stands is never changed. */
export const auditBlockDecider: Decider<AuditBlock, AppendBlock> = {
  service: 'console',
  kind: 'console-audit',
  target: () => undefined,
  decide: (state, input) => (state || input.type !== 'audit.append' ? undefined : { state: input.block }),
  facets: {
    first: { indexed: true, of: ({ first }) => first },
    size: { of: ({ entries }) => entries.length },
    actor: { indexed: true, of: ({ entries }) => entries[0]?.actor },
    action: { indexed: true, of: ({ entries }) => entries[0]?.action },
  },
};
