import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { HttpJson } from '../support/http-json';
import { StandaloneProcess } from '../support/standalone-process';
import { Applicants } from './applicants';
import { Audit } from '../support/load/audit';
import { scriptedDossiers } from '../support/load/scripted-dossiers';
import { dice } from '../support/load/dice';
import { lookInto } from './stored';

const SEED = Number(process.env['CRASH_SEED'] ?? 63);
const BIRTHS = 1_600;
const DEATHS = 400;
const KILLS = 24;
/** A slow machine dies more often, until most of the load has met a crash. */
const MOST_KILLS = 40;
const LOAD_UNDER_FIRE = 0.5;
/** Which kills come before the process serves. */
const DURING_STARTUP: ReadonlySet<number> = new Set([0, 7, 15]);
const STARTUP_MS = 900;
/** A process dies after so many answers to submissions, however fast the machine is, and some moments later. */
const ANSWERS = [2, 110] as const;
const MOMENTS_MS = 60;
/** Where nothing is left to file it dies all the same. */
const LONGEST_LIFE_MS = 5_000;
const LOOK_MS = 3;
const PAUSE_MS = 60;
/** Most crashes meet small steps of time; some meet a long jump. */
const STEPS = ['PT2H', 'PT2H', 'PT2H', 'P3D'];
const LONGEST_CASE = 'P15D';
const FLAGS = ['--clock', 'virtual', '--start', '2026-03-02T08:00:00+07:00', '--sample', '0'];

describe('killed at random moments under load', () => {
  const directory = mkdtempSync(join(tmpdir(), 'lienthong-crash-'));
  const random = dice(SEED);
  const dossiers = scriptedDossiers(BIRTHS, DEATHS, '2026-01-05', '2026-02-27');
  const applicants = new Applicants(dossiers, random, PAUSE_MS);
  const readyMs: number[] = [];
  let current: StandaloneProcess | undefined;

  const start = (): StandaloneProcess => (current = StandaloneProcess.start(directory, FLAGS));

  const serving = async (process: StandaloneProcess): Promise<HttpJson> => {
    const { url } = await process.ready();
    readyMs.push(performance.now() - process.startedAt);
    return new HttpJson(url);
  };

  /** Resolves once so many more submissions have been answered. */
  const answered = async (count: number): Promise<void> => {
    const enough = applicants.receipts.size + count;
    const latest = performance.now() + LONGEST_LIFE_MS;
    while (applicants.receipts.size < enough && performance.now() < latest) await sleep(LOOK_MS);
  };

  /** Lets one process live for a random while, and kills it in the middle of whatever it does. */
  const liveAndDie = async (kill: number): Promise<void> => {
    const process = start();
    if (DURING_STARTUP.has(kill)) {
      await sleep(random() * STARTUP_MS);
      expect(await process.send('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
      return;
    }
    const http = await serving(process);
    const busy = applicants.keepBusy(http, STEPS[kill % STEPS.length] ?? 'PT2H');
    await answered(ANSWERS[0] + random() * (ANSWERS[1] - ANSWERS[0]));
    await sleep(random() * MOMENTS_MS);
    expect(await process.send('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
    await busy;
    http.close();
  };

  afterAll(async () => {
    if (current?.running) await current.send('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  });

  it('loses nothing it acknowledged, does nothing twice and brings every case to its end', async () => {
    const began = performance.now();
    let kills = 0;
    const enough = (): boolean => applicants.receipts.size > LOAD_UNDER_FIRE * dossiers.length;
    for (; kills < KILLS || (kills < MOST_KILLS && !enough()); kills++) await liveAndDie(kills);
    const filedUnderFire = applicants.receipts.size;

    const last = start();
    const http = await serving(last);
    await applicants.fileRest(http);
    for (let i = 0; i < 6; i++) await applicants.advance(http, LONGEST_CASE);
    const audit = new Audit(http);
    await audit.run(dossiers, applicants.receipts);
    http.close();
    const exit = await last.send('SIGTERM');

    expect(applicants.faults).toEqual([]);
    expect(audit.faults).toEqual([]);
    expect(exit).toEqual({ code: 0, signal: null });
    expect(lookInto(join(directory, 'data'))).toEqual({ integrity: 'ok', parked: 0, waiting: 0 });
    // The load must have been there: much filed while processes died, and every kind of end among it.
    expect(filedUnderFire).toBeGreaterThan(LOAD_UNDER_FIRE * dossiers.length);
    expect([...audit.ends.keys()].sort()).toEqual(
      ['completed', 'partially-completed', 'refused', 'stopped', 'withdrawn'].sort(),
    );

    const ascending = readyMs.sort((a, b) => a - b).map(Math.round);
    console.log(
      `${kills} kills (${DURING_STARTUP.size} during startup), ${dossiers.length} dossiers (${filedUnderFire} filed between kills, ` +
        `${applicants.unanswered} left unanswered), ready again after p50 ${ascending[ascending.length >> 1]} ms, ` +
        `max ${ascending.at(-1)} ms, wall ${((performance.now() - began) / 1000).toFixed(1)} s`,
    );
  }, 600_000);
});
