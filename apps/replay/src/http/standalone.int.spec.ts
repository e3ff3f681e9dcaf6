import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { vietnamCalendar } from '@lienthong/calendar';
import { loadGeography, readSettings } from '@lienthong/platform';
import { generateDossiers, ratesFor } from '@lienthong/simulation';
import { Standalone } from '../../../standalone/src/standalone';
import { type Outcome } from '../outcome';
import { type ReplayDossier } from '../replay-dossier';
import { Verifier } from '../verification/verifier';
import { type HttpRun } from './http-hooks';
import { type HttpOptions } from './options/http-options';
import { readBack } from './reading-back/read-back';
import { runHttp } from './run-http';
import { optionsFor, RecordingHooks, sourceOf } from './test-support/runs';

jest.setTimeout(120_000);

const SEED = 63;
const DOSSIERS: readonly ReplayDossier[] = [
  ...generateDossiers({
    seed: 5,
    births: 40,
    deaths: 20,
    from: '2026-11-02',
    to: '2026-11-13',
    geography: loadGeography(),
    calendar: vietnamCalendar,
  }),
];

let hooks: RecordingHooks;
let standalone: Standalone;

beforeEach(() => (hooks = new RecordingHooks()));
afterEach(async () => {
  await standalone.stop();
  hooks.remove();
});

async function serve(...flags: readonly string[]): Promise<string> {
  const dataDir = mkdtempSync(join(hooks.directory, 'data-'));
  const args = ['--sample', '0', '--port', '0', '--seed', String(SEED), '--data-dir', dataDir, ...flags];
  standalone = await Standalone.open(readSettings({ DURABILITY: 'normal' }, args), (error) => {
    throw error;
  });
  return standalone.serve();
}

async function outcomes(options: HttpOptions, { numberOf }: HttpRun): Promise<readonly Outcome[]> {
  const all: Outcome[] = [];
  for await (const outcome of readBack(options, sourceOf(DOSSIERS), numberOf, hooks)) all.push(outcome);
  return all;
}

function verified(all: readonly Outcome[], instants: 'replayed' | 'sent'): Verifier {
  const verifier = new Verifier({ seed: SEED, rates: ratesFor, applicant: 'none', gaps: 'none', instants });
  for (const outcome of all) verifier.add(outcome);
  return verifier;
}

describe('the real system over HTTP', () => {
  it('brings dated dossiers to the ends that the oracle knows, on a virtual clock', async () => {
    const url = await serve('--clock', 'virtual', '--start', '2026-11-02T00:00:00+07:00');
    const options = optionsFor(url, { dated: true, followOneIn: 5, watchMetrics: true });
    const run = await runHttp(options, sourceOf(DOSSIERS), hooks);
    expect(run).toMatchObject({ atRest: true, stopped: false });
    expect(run.counts).toMatchObject({ offered: 60, acknowledged: 60, rejected: 0 });
    const all = await outcomes(options, run);
    expect(all.map(({ idempotencyKey }) => idempotencyKey)).toEqual(
      DOSSIERS.map(({ idempotencyKey }) => idempotencyKey),
    );
    expect(all.map(({ view }) => view.submittedAt)).toEqual(DOSSIERS.map(({ submittedAt }) => submittedAt));
    expect(verified(all, 'replayed').faults.first).toEqual([]);
    expect(hooks.faults.first).toEqual([]);
    expect(hooks.latencies.accepted.count).toBe(run.followed.dossiers);
    const last = hooks.samples.at(-1);
    expect(last).toMatchObject({ filed: 60, backlog: 0 });
    expect(last?.rssBytes).toBeGreaterThan(1e7);
    expect(last?.simulatedAt).toBeGreaterThan(DOSSIERS.at(-1)!.submittedAt);
  });

  it('brings dossiers of the present to them, on a clock that runs', async () => {
    // Eleven days a second.
    const url = await serve(
      '--clock',
      'scaled',
      '--speed',
      '1000000',
      '--start',
      '2026-11-16T07:30:00+07:00',
    );
    const options = optionsFor(url, { waitMs: 60_000, schedule: { kind: 'constant', perSecond: 200 } });
    const run = await runHttp(options, sourceOf(DOSSIERS), hooks);
    expect(run).toMatchObject({ atRest: true, counts: { acknowledged: 60 } });
    const all = await outcomes(options, run);
    expect(all).toHaveLength(60);
    const { faults } = verified(all, 'sent');
    expect(faults.first).toEqual([]);
    expect(new Set(all.map(({ view }) => view.status)).size).toBeGreaterThan(1);
  });
});
