import { type RunSample } from '../run-sample';

type Measured = Pick<RunSample, 'simulatedAt' | 'filed' | 'ended' | 'refused' | 'backlog'>;

/** Takes a sample of the run at every interval, of this process. */
export class Sampler {
  private readonly begunAt = performance.now();
  private timer: NodeJS.Timeout | undefined;
  private taking: Promise<void> = Promise.resolve();

  /** @param wallBefore real time of earlier legs (ms) */
  constructor(
    private readonly measure: () => Promise<Measured>,
    private readonly wallBefore: number,
    private readonly onSample: (sample: RunSample) => void,
  ) {}

  start(everyMs: number): void {
    this.timer = setInterval(() => {
      this.taking = this.taking.then(() => this.take());
    }, everyMs);
  }

  /** Takes a last sample. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.taking;
    await this.take();
  }

  private async take(): Promise<void> {
    const { user, system } = process.cpuUsage();
    this.onSample({
      wallMs: Math.round(this.wallBefore + performance.now() - this.begunAt),
      ...(await this.measure()),
      rssBytes: process.memoryUsage.rss(),
      cpuMs: Math.round((user + system) / 1000),
    });
  }
}
