import { type ClockRecord, SimulationClock } from '@lienthong/clock';
import { type Change, type EmbeddedDatabase, type Participant } from '@lienthong/embedded';
import { BadSetting, type Settings } from '@lienthong/platform';

const KEY = 'clock';

/**
 * Keeps the clock's origin with the data, so that a restart goes on where time was. It goes into the first commit that
 * anything else asks for: a start that is refused before that leaves the directory as new as it was.
 */
export class ClockKeeper implements Participant {
  readonly clock: SimulationClock;
  /** Whether this data has had no clock before: `--start` and the sample count only then. */
  readonly isNew: boolean;
  private written = '';

  constructor(
    private readonly database: EmbeddedDatabase,
    settings: Settings,
  ) {
    const options = { kind: settings.clock, speed: settings.clockSpeed, real: Date.now };
    const record = readRecord(database);
    if (record && record.kind !== settings.clock) {
      throw new BadSetting(
        'CLOCK',
        settings.clock,
        `${record.kind}, the clock that DATA_DIR ${settings.dataDir} was made with`,
      );
    }
    this.isNew = record === undefined;
    this.clock = record
      ? SimulationClock.restored(options, record)
      : new SimulationClock(options, settings.clockStart ?? Date.now());
    database.join(this);
  }

  collect(): readonly Change[] {
    const text = JSON.stringify(this.clock.record());
    if (text !== this.written) this.database.meta.set(KEY, Buffer.from(text));
    this.written = text;
    return [];
  }
}

function readRecord(database: EmbeddedDatabase): ClockRecord | undefined {
  const bytes = database.meta.get(KEY);
  return bytes && (JSON.parse(Buffer.from(bytes).toString('utf8')) as ClockRecord);
}
