import { createHash } from 'node:crypto';
import { type AuditEntry, type AuditVerification } from '@lienthong/contracts';
import { canonicalJson } from './canonical-json';

/** What somebody has to say, before it has its place in the chain. */
export type AuditDraft = Omit<AuditEntry, 'number' | 'previousHash' | 'hash'>;

/** The end of a chain: the number of its last entry and that entry's hash. */
export interface ChainEnd {
  readonly number: number;
  readonly hash: string;
}

/** Before the first entry. */
export const CHAIN_START: ChainEnd = { number: 0, hash: '0'.repeat(64) };

/** Makes drafts the next entries of a chain. */
export function chained(end: ChainEnd, drafts: readonly AuditDraft[]): readonly AuditEntry[] {
  let { number, hash } = end;
  return drafts.map((draft) => {
    const unsigned = plain({ ...draft, number: ++number, previousHash: hash });
    hash = hashOf(unsigned);
    return { ...unsigned, hash };
  });
}

/** Follows a chain entry by entry, up to the first that does not fit. */
export class ChainFollower {
  private end = CHAIN_START;
  private broken: AuditVerification['broken'];

  /** Whether the entry fits; nothing after one that does not is looked at. */
  take(entry: AuditEntry): boolean {
    if (this.broken) return false;
    const why = this.faultOf(entry);
    if (why === undefined) this.end = { number: entry.number, hash: entry.hash };
    else this.broken = { number: this.end.number + 1, why };
    return why === undefined;
  }

  get result(): AuditVerification {
    const { number: entries, hash: lastHash } = this.end;
    return { valid: !this.broken, entries, lastHash, ...(this.broken && { broken: this.broken }) };
  }

  private faultOf({ hash, ...unsigned }: AuditEntry): string | undefined {
    const expected = this.end.number + 1;
    if (unsigned.number !== expected)
      return `the entry that stands here has number ${unsigned.number}: ${expected} is missing`;
    if (unsigned.previousHash !== this.end.hash) return 'previousHash is not the hash of the entry before';
    if (hash !== hashOf(unsigned)) return 'hash is not that of the content';
    return undefined;
  }
}

function hashOf(unsigned: Omit<AuditEntry, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(unsigned)).digest('hex');
}

/** As it is read back from JSON: no store and no export can make another value of it. */
function plain<T>(value: T): T {
  return JSON.parse(canonicalJson(value)) as T;
}
