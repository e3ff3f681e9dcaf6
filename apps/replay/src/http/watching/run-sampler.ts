import { type RunSample } from '../../run-sample';
import { type TargetTime } from './target-time';
import { type TargetWatch } from './target-watch';

export interface SamplerOptions {
  readonly everyMs: number;
  /** Real time of the run before this leg (ms). */
  readonly wallMsBefore: number;
  /** What the sending knows of the run. */
  readonly figures: () => Pick<RunSample, 'filed' | 'refused'> & { readonly lastFiledAt: number | undefined };
}

/** Takes a sample of the run time and again, from the sending and from the target's metrics. */
export class RunSampler {
  private readonly begin = performance.now();
  private timer: NodeJS.Timeout | undefined;
  private wake: () => void = () => undefined;
  private closed = false;
  private readonly sampling: Promise<void>;

  constructor(
    private readonly watch: TargetWatch,
    private readonly time: Pick<TargetTime, 'latest'>,
    private readonly options: SamplerOptions,
    private readonly onSample: (sample: RunSample) => void,
    onError: (error: unknown) => void,
  ) {
    this.sampling = this.run().catch(onError);
  }

  /** Real time of this leg so far (ms). */
  get wallMs(): number {
    return performance.now() - this.begin;
  }

  /** Takes the last sample. */
  async stop(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    this.wake();
    await this.sampling;
  }

  private async run(): Promise<void> {
    for (let next = this.begin; ;) {
      const isLast = this.closed;
      await this.take();
      if (isLast) return;
      next = Math.max(next + this.options.everyMs, performance.now());
      await this.pause(next - performance.now());
    }
  }

  private async take(): Promise<void> {
    const { backlog = 0, rssBytes = 0, cpuMs = 0 } = await this.watch.look();
    const { filed, refused, lastFiledAt } = this.options.figures();
    this.onSample({
      wallMs: this.options.wallMsBefore + this.wallMs,
      simulatedAt: this.time.latest ?? lastFiledAt ?? 0,
      filed,
      ended: this.watch.finishedCases,
      refused,
      backlog,
      rssBytes,
      cpuMs,
    });
  }

  private pause(ms: number): Promise<void> {
    if (this.closed) return Promise.resolve();
    return new Promise((resolve) => {
      this.wake = resolve;
      this.timer = setTimeout(resolve, ms);
    });
  }
}
