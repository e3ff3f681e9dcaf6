import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BIRTH_PROCEDURES } from '@lienthong/contracts';
import { caseView } from '@lienthong/procedures';
import { CASE_RECORDS, type CaseRecords } from '../../apps/console/src/read-model/case-records';
import { projectHistory } from '../../apps/console/src/read-model/project-entry';
import { ReadModelStatus } from '../../apps/console/src/read-model/read-model-status';
import { Rebuild } from '../../apps/console/src/read-model/rebuild';
import { IntakeService } from '../../apps/gateway/src/intake/intake.service';
import { CASE_ENGINE, type CaseEngine } from '../../apps/orchestrator/src/case.engine';
import { DossierPool } from '../support/dossier-pool';
import { eventually } from '../support/eventually';
import { TestSystem } from '../support/test-system';

const SAMPLE = 60;
const LATE = 5;
const HOUR_MS = 3_600_000;

jest.setTimeout(120_000);

describe('a console that is switched on over cases that it has not seen', () => {
  let directory: string;
  let system: TestSystem | undefined;

  beforeAll(() => (directory = mkdtempSync(join(tmpdir(), 'lienthong-rebuild-'))));
  afterEach(async () => {
    await system?.standalone.stop();
    system = undefined;
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  /** As `npm start` does: what runs in the background begins when the system serves. */
  const open = async (console: 'on' | 'off' | 'rebuild'): Promise<TestSystem> => {
    const flags = ['--sample', `${SAMPLE}`, '--data-dir', directory];
    system = await TestSystem.open({ CONSOLE: console }, flags);
    await system.standalone.replaySample(() => undefined);
    await system.standalone.serve();
    return system;
  };

  it('keeps nothing for a console that is off', async () => {
    const { runtime } = await open('off');
    expect(runtime.embedded.log.backlog()).toBe(0);
  });

  it('reads every history by itself', async () => {
    const on = await open('on');
    await on.get<Rebuild>(Rebuild).idle();
    await expectRecords(on, SAMPLE);
    expect(await on.get<ReadModelStatus>(ReadModelStatus).view()).toEqual({ cases: SAMPLE });
  });

  it('keeps nothing either when it is switched off again, and asks for what it missed when that goes on', async () => {
    const off = await open('off');
    const intake = off.get<IntakeService>(IntakeService);
    const pool = new DossierPool(7, LATE * 20);
    for (let i = 0; i < LATE; i++)
      await intake.submitTrusted(`late-${i}`, pool.take(BIRTH_PROCEDURES), off.clock.now());
    await off.idle();
    expect(off.runtime.embedded.log.backlog()).toBe(0);
    await off.standalone.stop();

    const on = await open('on');
    await on.get<Rebuild>(Rebuild).idle();
    await on.advanceTo(on.clock.now() + 200 * HOUR_MS);
    await eventually(
      () => on.get<CaseRecords>(CASE_RECORDS).query({ limit: 1_000 }),
      (all) => all.length === SAMPLE + LATE && all.every(({ state }) => state.gap === undefined),
    );
    await expectRecords(on, SAMPLE + LATE);
  });

  it('is built anew when it is told to', async () => {
    const on = await open('rebuild');
    await on.get<Rebuild>(Rebuild).idle();
    await expectRecords(on, SAMPLE + LATE);
    expect(await on.get<Rebuild>(Rebuild).progress()).toBeUndefined();
  });
});

/** Every record is what the case's history makes of it. */
async function expectRecords(system: TestSystem, count: number): Promise<void> {
  const records = await system.get<CaseRecords>(CASE_RECORDS).query({ limit: 1_000 });
  const cases = await system.get<CaseEngine>(CASE_ENGINE).query({ limit: 1_000 });
  expect(cases).toHaveLength(count);
  expect(records).toEqual(
    cases.map(({ id, state }) => {
      const { status } = caseView(state, 0, 'en');
      return { id, state: { entries: state.history.length, summary: projectHistory(state.history, status) } };
    }),
  );
}
