import { EngineRegistry, type EngineReports, TimerPump } from '@lienthong/engine';
import { type DueTimer, TimerIndex } from '@lienthong/store';
import { EmbeddedEventBus } from './bus/embedded-event-bus';
import { EmbeddedMessageLog } from './bus/message-log';
import { EmbeddedDatabase } from './database/embedded-database';
import { type Durability } from './database/connection';
import { type StorageFault } from './database/storage-fault';
import { ClaimTable } from './store/claim-table';
import { EmbeddedAggregateStore } from './store/embedded-aggregate-store';
import { NumberTable } from './store/number-table';

export interface EmbeddedOptions extends EngineReports {
  readonly directory: string;
  readonly durability?: Durability;
  /** Partitions a topic, fixed once the directory exists. One by default: a single thread gains nothing from more. */
  readonly partitions?: number;
  /** Told of timers once they were fired, with the time they were fired at. */
  readonly fired?: (due: readonly DueTimer[], now: number) => void;
  readonly onBatchError?: (error: unknown, topic: string, group: string) => void;
  /** Told once, when nothing more can be kept. */
  readonly onDiskFailure?: (fault: StorageFault) => void;
}

/** Bus, stores and timers over one file: everything a process needs to run the services without other software. */
export class EmbeddedRuntime {
  readonly database: EmbeddedDatabase;
  readonly log: EmbeddedMessageLog;
  readonly bus: EmbeddedEventBus;
  readonly engines: EngineRegistry;
  readonly timers: TimerPump;

  constructor(options: EmbeddedOptions) {
    this.database = new EmbeddedDatabase(options.directory, options.durability, options.onDiskFailure);
    this.log = new EmbeddedMessageLog(this.database, options.partitions ?? 1);
    this.bus = new EmbeddedEventBus(this.database, this.log, (error, batch) =>
      options.onBatchError?.(error, batch.topic, batch.group),
    );
    const timers = new TimerIndex();
    const shared = {
      database: this.database,
      claims: new ClaimTable(this.database),
      numbers: new NumberTable(this.database),
      timers,
      log: this.log,
    };
    this.engines = new EngineRegistry((kind) => new EmbeddedAggregateStore(shared, kind), options);
    this.timers = new TimerPump(timers, this.engines.of, options.fired);
  }

  /** Lets the batches in hand finish, writes what is left and closes the file. */
  async close(): Promise<void> {
    await this.bus.close();
    await this.database.close();
  }
}
