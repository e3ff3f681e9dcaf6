import { Metrics } from '@lienthong/platform';
import { type CaseState } from '@lienthong/procedures';
import { CasePlayer } from '../../../libs/procedures/test-support/case-player';
import { birthDossier } from '../../../libs/procedures/test-support/dossiers';
import { type CaseEngine } from './case.engine';
import { OwnershipMetrics } from './ownership.metrics';

const owned = new CasePlayer(birthDossier()).case;
const lost: CaseState = {
  ...owned,
  agencies: owned.agencies.map((progress) => ({ ...progress, awaited: 'nothing' })),
};

interface World {
  cases: readonly (readonly [string, CaseState])[];
  incidents: readonly string[];
}

function gaugeOver(world: World): () => Promise<number | undefined> {
  return ownershipOver(world).read;
}

function ownershipOver(world: World): {
  readonly read: () => Promise<number | undefined>;
  readonly numbers: () => Promise<readonly string[]>;
} {
  const metrics = new Metrics();
  const engine = {
    query: async ({
      where,
      ids,
      afterId = '',
      limit,
    }: {
      where?: { status: string };
      ids?: readonly string[];
      afterId?: string;
      limit: number;
    }) =>
      where === undefined || where.status === 'in-progress'
        ? world.cases
            .filter(([id]) => id > afterId && (ids?.includes(id) ?? true))
            .slice(0, limit)
            .map(([id, state]) => ({ id, state }))
        : [],
    incidents: async () => world.incidents.map((id) => ({ id })),
  } as unknown as CaseEngine;
  const ownership = new OwnershipMetrics(metrics, engine);
  return {
    read: async () =>
      (await metrics.getSingleMetric('lienthong_cases_without_owner')?.get())?.values[0]?.value,
    numbers: () => ownership.numbers(),
  };
}

const many = (n: number): (readonly [string, CaseState])[] =>
  Array.from({ length: n }, (_, i) => [`case-${String(i).padStart(6, '0')}`, owned] as const);

describe('lienthong_cases_without_owner', () => {
  it('is 0 while somebody moves every open case', async () => {
    expect(await gaugeOver({ cases: many(3), incidents: [] })()).toBe(0);
  });

  it('counts a case that nobody moves, unless an incident is open on it', async () => {
    const cases = [
      ['a', lost],
      ['b', owned],
      ['c', lost],
    ] as const;
    expect(await gaugeOver({ cases, incidents: [] })()).toBe(2);
    expect(await gaugeOver({ cases, incidents: ['c'] })()).toBe(1);
  });

  it('names the cases it counts, but for those that were repaired since', async () => {
    const world: World = {
      cases: [
        ['a', lost],
        ['b', owned],
        ['c', lost],
      ],
      incidents: [],
    };
    const { read, numbers } = ownershipOver(world);
    expect(await numbers()).toEqual(['a', 'c']);
    expect(await read()).toBe(2);
    world.cases = [['a', owned], ...many(2_500), ['c', lost]];
    expect(await numbers()).toEqual(['c']);
    world.incidents = ['c'];
    expect(await numbers()).toEqual([]);
  });

  it('looks at a bounded number a scrape, and forgets what was repaired after a round', async () => {
    const world: World = { cases: [...many(4_500), ['z', lost]], incidents: [] };
    const read = gaugeOver(world);
    expect([await read(), await read(), await read()]).toEqual([0, 0, 1]);
    world.cases = many(100);
    expect(await read()).toBe(0);
  });
});
