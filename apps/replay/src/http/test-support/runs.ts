import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { birthDossier } from '../../../../gateway/test-support/dossiers';
import { type ReplayDossier } from '../../replay-dossier';
import { type RunSample } from '../../run-sample';
import { LatencyHistogram } from '../../statistics/latency-histogram';
import { FaultLog } from '../../verification/fault';
import { type HttpHooks, type HttpPhase } from '../http-hooks';
import { HTTP_DEFAULTS, type HttpOptions } from '../options/http-options';

export const MONDAY = Date.parse('2026-11-16T09:00:00+07:00');

/** `count` dossiers with the keys `k1`, `k2`, …, filed a minute apart. */
export function dossiers(count: number): readonly ReplayDossier[] {
  return Array.from({ length: count }, (_, i) => ({
    submittedAt: MONDAY + i * 60_000,
    idempotencyKey: `k${i + 1}`,
    dossier: birthDossier(),
  }));
}

export async function* sourceOf(all: readonly ReplayDossier[]): AsyncGenerator<ReplayDossier> {
  yield* all;
}

/** Quick to give up on anything that a test does not want. */
export function optionsFor(target: string, changes: Partial<HttpOptions> = {}): HttpOptions {
  return {
    target,
    schedule: { kind: 'constant', perSecond: 1_000 },
    spacing: 'even',
    seed: 63,
    inFlight: 100,
    dated: false,
    tries: 5,
    giveUpMs: 20_000,
    answerTimeoutMs: 10_000,
    waitMs: 10_000,
    sampleEveryMs: HTTP_DEFAULTS.sampleEveryMs,
    followOneIn: 0,
    watchMetrics: false,
    ...changes,
  };
}

/** Hooks that keep what they are told, and a directory for the journal. */
export class RecordingHooks implements HttpHooks {
  readonly directory = mkdtempSync(join(tmpdir(), 'replay-http-'));
  readonly journalFile = join(this.directory, 'acknowledged.ndjson');
  readonly faults = new FaultLog();
  readonly samples: RunSample[] = [];
  readonly phases: HttpPhase[] = [];
  readonly latencies = {
    answer: LatencyHistogram.empty(),
    service: LatencyHistogram.empty(),
    lateness: LatencyHistogram.empty(),
    visible: LatencyHistogram.empty(),
    accepted: LatencyHistogram.empty(),
  };
  private controller = new AbortController();

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Ctrl-C. */
  stop(): void {
    this.controller.abort();
  }

  /** Makes the next leg possible. */
  again(): this {
    this.controller = new AbortController();
    return this;
  }

  readonly onSample = (sample: RunSample): void => void this.samples.push(sample);
  readonly onPhase = (phase: HttpPhase): void => void this.phases.push(phase);

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
