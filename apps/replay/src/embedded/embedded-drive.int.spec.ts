import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CaseState } from '@lienthong/procedures';
import { type RunOptions } from '../options/run-options';
import { type ReplayDossier } from '../replay-dossier';
import { sourceOf } from '../run/source-of';
import { StoredAggregates } from '@lienthong/embedded';
import { EmbeddedDrive } from './embedded-drive';
import { UNPACED } from './pace';
import { replaySettings } from './replay-settings';
import { ReplaySystem } from './replay-system';

const OPTIONS: RunOptions = {
  source: { kind: 'generated', births: 12, deaths: 4, from: '2024-07-01', to: '2024-07-12' },
  seed: 63,
  outages: [],
};
const BEGIN = Date.parse('2024-07-01T00:00:00+07:00');

describe('the embedded drive', () => {
  let home: string;
  beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'lienthong-drive-'))));
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const open = (): Promise<ReplaySystem> =>
    ReplaySystem.open(replaySettings(OPTIONS, home, BEGIN, { DURABILITY: 'normal' }), (error) => {
      throw error;
    });

  const drive = async (source: AsyncIterable<ReplayDossier>, signal: AbortSignal): Promise<boolean> => {
    const system = await open();
    const rested = await new EmbeddedDrive(system, source, UNPACED, signal).run();
    await system.close();
    return rested;
  };

  const cases = (): readonly CaseState[] => {
    const stored = new StoredAggregates(home);
    const states = [...stored.pages<CaseState>('orchestrator')].flat().map(([, state]) => state);
    stored.close();
    return states;
  };

  it('names a child that died by the personal id that its birth was given', async () => {
    const generated: ReplayDossier[] = [];
    for await (const dossier of sourceOf(OPTIONS)) generated.push(dossier);
    const birth = generated.find(({ dossier }) => dossier.procedureGroup === 'birth');
    const death = generated.findLast(({ dossier }) => dossier.procedureGroup === 'death');
    if (!birth || !death || death.submittedAt - birth.submittedAt < 5 * 86_400_000)
      throw new Error('too close');
    const approved = { ...birth.dossier, simulation: { 'civil-registry': ['approve'] as const } };
    const dies = { ...death, birth: { idempotencyKey: birth.idempotencyKey } };
    async function* source(): AsyncGenerator<ReplayDossier> {
      yield { ...(birth as ReplayDossier), dossier: approved };
      yield dies;
    }
    expect(await drive(source(), new AbortController().signal)).toBe(true);
    const [born, died] = cases();
    expect(born?.personalId).toMatch(/^\d{12}$/);
    expect(died?.dossier).toMatchObject({ deceased: { personalId: born?.personalId } });
  }, 60_000);

  it('finishes the dossier in hand when it is stopped, and another goes on after it', async () => {
    const stop = new AbortController();
    async function* stopping(): AsyncGenerator<ReplayDossier> {
      let given = 0;
      for await (const dossier of sourceOf(OPTIONS)) {
        if (++given === 7) stop.abort();
        yield dossier;
      }
    }
    expect(await drive(stopping(), stop.signal)).toBe(false);
    expect(cases()).toHaveLength(6);
    expect(await drive(sourceOf(OPTIONS), new AbortController().signal)).toBe(true);
    expect(cases()).toHaveLength(16);
    expect(cases().every(({ finishedAt }) => finishedAt !== undefined)).toBe(true);
  }, 60_000);

  it('files nothing twice, though it is given the same again', async () => {
    for (let i = 0; i < 2; i++)
      expect(await drive(sourceOf(OPTIONS), new AbortController().signal)).toBe(true);
    expect(cases()).toHaveLength(16);
  }, 60_000);
});
