import { isoDay } from '@lienthong/calendar';
import { Presets, SingleBar } from 'cli-progress';

const LINE_EVERY_MS = 10_000;
const RATE_WINDOW_MS = 10_000;

export type Phase = 'filing' | 'finishing' | 'verifying';

/** How far a run is. */
export interface PhaseProgress {
  readonly phase: Phase;
  readonly done: number;
  readonly total: number;
  /** The time that is replayed (epoch ms), where it moves. */
  readonly simulatedAt?: number;
}

/** Shows the progress of a run on standard error: a bar on a terminal, else a line every ten seconds. */
export interface PhaseDisplay {
  update(progress: PhaseProgress): void;
  stop(): void;
}

export const SILENT: PhaseDisplay = { update: () => undefined, stop: () => undefined };

export function phaseDisplay(
  out: NodeJS.WriteStream = process.stderr,
  now = () => performance.now(),
): PhaseDisplay {
  return out.isTTY ? new Bar(out, now) : new Lines(out, now);
}

/** Steps a second over the last seconds, and what is left at that rate. */
class Rate {
  private readonly marks: { readonly at: number; readonly done: number }[] = [];
  private phase: Phase | undefined;

  constructor(private readonly now: () => number) {}

  describe({ phase, done, total, simulatedAt }: PhaseProgress): string {
    if (phase !== this.phase) this.marks.length = 0;
    this.phase = phase;
    const at = this.now();
    while ((this.marks[0]?.at ?? at) < at - RATE_WINDOW_MS) this.marks.shift();
    const first = this.marks[0];
    this.marks.push({ at, done });
    const perSecond = first && at > first.at ? ((done - first.done) * 1000) / (at - first.at) : 0;
    const parts = [
      ...(simulatedAt === undefined ? [] : [isoDay(simulatedAt)]),
      `${count(Math.round(perSecond))}/s`,
      ...(perSecond > 0 && done < total ? [`${duration((total - done) / perSecond)} left`] : []),
    ];
    return parts.join('  ');
  }
}

class Bar implements PhaseDisplay {
  private readonly bar: SingleBar;
  private readonly rate: Rate;
  private started = false;

  constructor(stream: NodeJS.WriteStream, now: () => number) {
    this.rate = new Rate(now);
    this.bar = new SingleBar(
      { format: '{phase}  {bar}  {value}/{total}  {detail}', hideCursor: true, stream, etaBuffer: 1 },
      Presets.shades_classic,
    );
  }

  update(progress: PhaseProgress): void {
    const { phase, done, total } = progress;
    const payload = { phase: phase.padEnd(9), detail: this.rate.describe(progress) };
    if (!this.started) this.bar.start(total, done, payload);
    this.started = true;
    this.bar.setTotal(total);
    this.bar.update(done, payload);
  }

  stop(): void {
    if (this.started) this.bar.stop();
    this.started = false;
  }
}

class Lines implements PhaseDisplay {
  private readonly rate: Rate;
  private lastAt = -Infinity;
  private phase: Phase | undefined;

  constructor(
    private readonly stream: NodeJS.WritableStream,
    private readonly now: () => number,
  ) {
    this.rate = new Rate(now);
  }

  update(progress: PhaseProgress): void {
    const { phase, done, total } = progress;
    const detail = this.rate.describe(progress);
    if (phase === this.phase && this.now() < this.lastAt + LINE_EVERY_MS) return;
    this.phase = phase;
    this.lastAt = this.now();
    this.stream.write(`${phase.padEnd(9)}  ${count(done)}/${count(total)}  ${detail}\n`);
  }

  stop(): void {
    this.phase = undefined;
  }
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3_600)} h ${Math.floor((whole % 3_600) / 60)} min`;
}
