import { Presets, SingleBar } from 'cli-progress';

/** A bar on standard error that appears with the first step; plain when nobody watches. */
export function progressBar(): { update(done: number, total: number): void; stop(): boolean } {
  let bar: SingleBar | undefined;
  return {
    update(done, total) {
      if (!bar) {
        bar = new SingleBar(
          {
            format: 'Replaying the sample  {bar}  {value}/{total} dossiers  {duration_formatted}',
            noTTYOutput: true,
            notTTYSchedule: 2_000,
            clearOnComplete: false,
            hideCursor: true,
          },
          Presets.shades_classic,
        );
        bar.start(total, 0);
      }
      bar.update(done);
    },
    /** Whether there was anything to show. */
    stop() {
      bar?.stop();
      return bar !== undefined;
    },
  };
}
