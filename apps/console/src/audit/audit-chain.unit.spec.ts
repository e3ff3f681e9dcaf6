import { type AuditEntry } from '@lienthong/contracts';
import { type AuditDraft, CHAIN_START, ChainFollower, chained } from './audit-chain';

function draft(target: string): AuditDraft {
  return {
    at: '2026-11-16T08:00:00.000+07:00',
    actor: 'operator.1',
    roles: ['operator'],
    action: 'case.stop',
    target,
    reason: 'Hồ sơ trùng',
    outcome: 'begun',
    before: { status: 'in-progress' },
    operation: 'o-1',
  };
}

const ENTRIES = chained(CHAIN_START, ['a', 'b', 'c', 'd'].map(draft));

function follow(entries: readonly AuditEntry[]): ChainFollower['result'] {
  const follower = new ChainFollower();
  for (const entry of entries) if (!follower.take(entry)) break;
  return follower.result;
}

const changed = (index: number, change: Partial<AuditEntry>): AuditEntry[] =>
  ENTRIES.map((entry, i) => (i === index ? { ...entry, ...change } : entry));

describe('the chain of audit entries', () => {
  it('numbers them without gaps, each with the hash of the one before', () => {
    expect(ENTRIES.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(ENTRIES.map(({ previousHash }) => previousHash)).toEqual([
      '0'.repeat(64),
      ...ENTRIES.slice(0, 3).map(({ hash }) => hash),
    ]);
    expect(follow(ENTRIES)).toEqual({ valid: true, entries: 4, lastHash: ENTRIES[3]?.hash });
  });

  it('goes on from where it ended', () => {
    const [first, ...others] = ENTRIES;
    const end = { number: 1, hash: first?.hash ?? '' };
    expect(chained(end, ['b', 'c', 'd'].map(draft))).toEqual(others);
  });

  it('holds when there is nothing yet', () => {
    expect(follow([])).toEqual({ valid: true, entries: 0, lastHash: '0'.repeat(64) });
  });

  it.each([
    ['another reason', changed(1, { reason: 'Khác' }), 2, 'hash is not that of the content'],
    [
      'another time',
      changed(2, { at: '2026-11-16T08:00:00.001+07:00' }),
      3,
      'hash is not that of the content',
    ],
    ['another role', changed(0, { roles: [] }), 1, 'hash is not that of the content'],
    ['something more', changed(3, { after: {} }), 4, 'hash is not that of the content'],
    [
      'one removed',
      ENTRIES.filter((_, i) => i !== 1),
      2,
      'the entry that stands here has number 3: 2 is missing',
    ],
    [
      'two exchanged',
      [ENTRIES[0], ENTRIES[2], ENTRIES[1], ENTRIES[3]],
      2,
      'the entry that stands here has number 3: 2 is missing',
    ],
  ])('breaks at the first that does not fit: %s', (_what, entries, number, why) => {
    const result = follow(entries as AuditEntry[]);
    expect(result).toMatchObject({ valid: false, entries: number - 1, broken: { number, why } });
  });

  it('breaks where an entry was rewritten with a hash of its own', () => {
    const rewritten = chained({ number: 1, hash: ENTRIES[0]?.hash ?? '' }, [{ ...draft('b'), actor: 'x' }]);
    const entries = [ENTRIES[0], ...rewritten, ENTRIES[2], ENTRIES[3]] as AuditEntry[];
    expect(follow(entries).broken).toEqual({
      number: 3,
      why: 'previousHash is not the hash of the entry before',
    });
  });

  it('cannot tell that the end was cut off: only the last hash does', () => {
    expect(follow(ENTRIES.slice(0, 2))).toEqual({ valid: true, entries: 2, lastHash: ENTRIES[1]?.hash });
  });
});
