import { type Bounds } from './adaptive-options';
import { bendsOf } from './bends';
import { type KneeStep } from './knee';
import { KneeSearch } from './knee-search';

function hunt(
  capacity: number,
  options: ConstructorParameters<typeof KneeSearch>[0],
): { readonly rates: readonly number[]; readonly sustained: number | undefined } {
  const search = new KneeSearch(options);
  const rates: number[] = [];
  for (let rate = search.next(); rate !== undefined; rate = search.next()) {
    rates.push(rate);
    search.took(rate, rate <= capacity);
  }
  return { rates, sustained: search.sustained };
}

describe('KneeSearch', () => {
  const options = { startRate: 10, mostRate: 1_000, factor: 2, bisections: 4 };

  it('rises by the factor, then halves the gap', () => {
    expect(hunt(100, options)).toEqual({ rates: [10, 20, 40, 80, 160, 120, 100, 110, 105], sustained: 100 });
  });

  it('ends at the highest rate that is allowed', () => {
    expect(hunt(5_000, { ...options, mostRate: 50 })).toEqual({ rates: [10, 20, 40, 50], sustained: 50 });
  });

  it('looks below the start when that is too much', () => {
    expect(hunt(3, options)).toEqual({ rates: [10, 5, 2.5, 3.75, 3.125], sustained: 2.5 });
    expect(hunt(0.1, options).sustained).toBeUndefined();
  });

  it('stops when the gap is narrow', () => {
    expect(hunt(100, { ...options, bisections: 50 }).rates.length).toBeLessThan(14);
  });
});

describe('bendsOf', () => {
  const bounds: Bounds = { p99Ms: 1_000, refusedShare: 0.01, backlogPerDossier: 0.5, lateShare: 0.05 };
  const fine: Omit<KneeStep, 'bends'> = {
    offeredRate: 100,
    acknowledgedRate: 100,
    measuredMs: 10_000,
    dossiers: 1_000,
    p50Ms: 5,
    p99Ms: 20,
    maxMs: 50,
    refusedShare: 0,
    failedShare: 0,
    lateShare: 0.01,
    blockedMs: 0,
    backlogBefore: 100,
    backlogAfter: 150,
  };
  const bends = (changes: Partial<typeof fine>): readonly string[] =>
    bendsOf({ ...fine, ...changes }, bounds);

  it('finds nothing where all is within its bounds', () => {
    expect(bends({})).toEqual([]);
    expect(bends({ p99Ms: 1_000, refusedShare: 0.01, backlogAfter: 600 })).toEqual([]);
  });

  it('names what went beyond, the furthest first', () => {
    expect(bends({ p99Ms: 1_001 })).toEqual(['latency']);
    expect(bends({ p99Ms: 5_000, backlogAfter: 800 })).toEqual(['latency', 'backlog']);
    expect(bends({ p99Ms: 1_100, backlogAfter: 2_000 })).toEqual(['backlog', 'latency']);
    expect(bends({ refusedShare: 0.02, p99Ms: 5_000 })).toEqual(['refusals']);
    expect(bends({ backlogAfter: 701 })).toEqual(['backlog']);
    expect(bends({ failedShare: 0.002 })).toEqual(['errors']);
  });

  it('takes a few messages that wait for noise', () => {
    expect(bends({ dossiers: 10, backlogBefore: 0, backlogAfter: 200 })).toEqual([]);
    expect(bends({ dossiers: 10, backlogBefore: 0, backlogAfter: 201 })).toEqual(['backlog']);
  });

  it('tells a client that is too slow from one that waits for the target', () => {
    expect(bends({ lateShare: 0.06, p99Ms: 9_999 })).toEqual(['client', 'latency']);
    expect(bends({ lateShare: 0.06, blockedMs: 5_000 })).toEqual(['latency']);
  });
});
