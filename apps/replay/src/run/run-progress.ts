import { existsSync, readFileSync } from 'node:fs';
import { writeWhole } from '@lienthong/embedded';
import { type RunSample } from '../run-sample';
import { RunTrack, type RunTrackState } from '../statistics';
import { HttpProgress, type HttpProgressState } from './http-progress';

/** A kill loses no more of the course than this (ms, real time). */
const KEPT_EVERY_MS = 5_000;

interface Kept {
  readonly track: RunTrackState;
  readonly filed: number;
  /** Most memory of any leg (bytes). */
  readonly peakRssBytes: number;
  /** Where the replayed time stood when every case had come to rest (epoch ms); unset before. */
  readonly restedAt?: number;
  /** Set while a gateway is driven. */
  readonly http?: HttpProgressState;
}

/** How far a run is and how it went, over all its legs: kept beside its data. */
export class RunProgress {
  readonly track: RunTrack;
  private httpProgress: HttpProgress | undefined;
  private restedInstant: number | undefined;
  private dossiers: number;
  private peak: number;
  private keptAt = performance.now();

  constructor(private readonly path: string) {
    const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Kept) : undefined;
    this.track = kept ? RunTrack.restored(kept.track) : new RunTrack();
    this.httpProgress = kept?.http && new HttpProgress(kept.http);
    this.restedInstant = kept?.restedAt;
    this.dossiers = kept?.filed ?? 0;
    this.peak = kept?.peakRssBytes ?? 0;
  }

  /** Of a run over HTTP: there from the first look on. */
  get http(): HttpProgress {
    return (this.httpProgress ??= new HttpProgress(undefined));
  }

  get restedAt(): number | undefined {
    return this.restedInstant;
  }

  get filed(): number {
    return this.dossiers;
  }

  get peakRssBytes(): number {
    return Math.max(this.peak, process.resourceUsage().maxRSS * 1024);
  }

  /** Real time of all legs so far (ms). */
  get wallMs(): number {
    return this.track.wallMs;
  }

  add(sample: RunSample): void {
    this.track.add(sample);
    this.dossiers = sample.filed;
    if (performance.now() > this.keptAt + KEPT_EVERY_MS) this.keep();
  }

  /** Every dossier is filed and every case rests. */
  rested(instant: number): void {
    this.restedInstant = instant;
    this.keep();
  }

  keep(): void {
    this.keptAt = performance.now();
    this.peak = this.peakRssBytes;
    const kept: Kept = {
      track: this.track.state(),
      filed: this.dossiers,
      peakRssBytes: this.peak,
      ...(this.httpProgress ? { http: this.httpProgress.state() } : {}),
      ...(this.restedInstant === undefined ? {} : { restedAt: this.restedInstant }),
    };
    writeWhole(this.path, JSON.stringify(kept));
  }
}
