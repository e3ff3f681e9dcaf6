import { type CaseHistories } from '@lienthong/contracts';
import { type Engine, type Engines } from '@lienthong/engine';
import { type Settings } from '@lienthong/platform';
import { CasePlayer } from '../../../../libs/procedures/test-support/case-player';
import { birthDossier } from '../../../../libs/procedures/test-support/dossiers';
import { type CaseRecord, PROJECTION } from './case-record';
import { type CaseRecords } from './case-records';
import { projectHistory } from './project-entry';
import { Rebuild } from './rebuild';
import { rebuildDecider, type RebuildInput, type RebuildState } from './rebuild.decider';

const CONTEXT = { now: 0, id: 'cases', owner: () => undefined, number: () => 0 };

/** A console over one case whose record is `record`, and what it reads of the histories. */
async function readBy(record: CaseRecord | undefined, before?: RebuildState): Promise<readonly string[]> {
  const { history } = new CasePlayer(birthDossier()).play('civil-registry.approved');
  const taken: string[] = [];
  const records = {
    query: async () => (record ? [{ id: 'G1', state: record }] : []),
    accept: async (id: string) => void taken.push(id),
  } as unknown as CaseRecords;
  const histories: Pick<CaseHistories, 'page'> = {
    page: async (after) =>
      after === undefined ? [{ dossierNumber: 'G1', status: 'in-progress', entries: history }] : [],
  };
  let state = before;
  const engine = {
    read: async () => state,
    execute: async (_id: string, input: RebuildInput) =>
      (state = rebuildDecider.decide(state, input, CONTEXT)?.state),
  } as unknown as Engine<RebuildState, RebuildInput>;
  const engines = { for: () => engine } as unknown as Engines;
  const rebuild = new Rebuild(records, histories as CaseHistories, { console: 'on' } as Settings, engines);
  rebuild.onApplicationBootstrap();
  await rebuild.idle();
  return taken;
}

describe('the rebuild of the read model', () => {
  const { history } = new CasePlayer(birthDossier());
  const summary = projectHistory(history, 'in-progress');
  const { projection, ...ofBefore } = summary;

  it('leaves records of this version alone', async () => {
    expect(projection).toBe(PROJECTION);
    expect(await readBy({ entries: 3, summary })).toEqual([]);
  });

  it('reads everything again, by itself, where an older version wrote the records', async () => {
    expect(await readBy({ entries: 3, summary: ofBefore })).toEqual(['G1']);
    expect(await readBy({ entries: 3, summary: { ...ofBefore, projection: PROJECTION - 1 } })).toEqual([
      'G1',
    ]);
  });

  it('begins anew what an older version began', async () => {
    const begun = { since: 0, done: 1, after: 'G1', finished: false };
    expect(await readBy({ entries: 3, summary: ofBefore }, begun)).toEqual(['G1']);
    expect(await readBy({ entries: 3, summary }, { ...begun, projection: PROJECTION })).toEqual([]);
  });
});
