import { loadGeography } from '@lienthong/platform';
import {
  findKnee,
  type HttpHooks,
  type HttpOptions,
  type HttpRun,
  type Knee,
  readBack,
  runHttp,
} from '../http';
import { type DossierSource } from '../source';
import { OutcomeStatistics } from '../statistics';
import { type CaseFindings } from '../verification/stored/audit-job';
import { FaultLog } from '../verification/fault';
import { Verifier } from '../verification/verifier';
import { httpExpectation } from './expectation-of';
import { type LegHooks } from './embedded-leg';
import { type RunDirectory } from './run-directory';
import { type RunProgress } from './run-progress';
import { sourceOf } from './source-of';

const SHOW_EVERY = 100;

export interface HttpFindings extends CaseFindings {
  readonly options: HttpOptions;
  readonly run: HttpRun;
  readonly knee?: Knee;
}

/**
 * Sends what of the source is not acknowledged, waits for the ends, reads every case back and judges it. What agencies hold
 * is not read: HTTP shows the same through the cases. Undefined where the signal cut it off.
 */
export async function runOverHttp(
  directory: RunDirectory,
  options: HttpOptions,
  progress: RunProgress,
  { display, signal }: LegHooks,
): Promise<HttpFindings | undefined> {
  const source = sourceOf(directory.options);
  const faults = new FaultLog();
  let phase: 'filing' | 'finishing' = 'filing';
  progress.track.beginLeg(Date.now());
  const run = await drive(options, source, {
    signal,
    faults,
    latencies: progress.http.latencies,
    journalFile: directory.journal,
    dossiers: source.count,
    wallMsBefore: progress.wallMs,
    onPhase: (now) => (phase = now),
    onSample: (sample) => {
      progress.add(sample);
      const { filed, ended, simulatedAt } = sample;
      const [done, total] = phase === 'filing' ? [filed, source.count ?? filed] : [ended, filed];
      display.update({ phase, done, total, simulatedAt });
    },
  });
  progress.http.addLeg(run.counts);
  progress.keep();
  if (run.stopped) return undefined;

  const verifier = new Verifier(httpExpectation(directory.options, options.dated), faults);
  const statistics = new OutcomeStatistics(loadGeography());
  const total = progress.filed;
  let done = 0;
  for await (const outcome of readBack(options, source, run.numberOf, { signal, faults })) {
    verifier.add(outcome);
    statistics.add(outcome);
    if (++done % SHOW_EVERY === 0) display.update({ phase: 'verifying', done, total });
  }
  if (signal.aborted) return undefined;
  return {
    verification: verifier.end(),
    statistics: statistics.summary(),
    options,
    run,
    ...(run.knee ? { knee: run.knee } : {}),
  };
}

function drive(
  options: HttpOptions,
  source: DossierSource,
  hooks: HttpHooks,
): Promise<HttpRun & { readonly knee?: Knee }> {
  const { adaptive } = options;
  return adaptive ? findKnee({ ...options, adaptive }, source, hooks) : runHttp(options, source, hooks);
}
