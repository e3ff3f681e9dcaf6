import { randomUUID } from 'node:crypto';
import { type Publisher } from '@lienthong/event-bus';
import { type AggregateKind, type AggregateStore } from '@lienthong/store';
import { type Model, type mongo } from 'mongoose';
import { type MongoConnection, plain } from './connection/mongo-connection';
import { type AggregateDocument } from './documents/aggregate.document';
import { aggregateSchema } from './documents/aggregate.schema';
import { ensureIndexes } from './documents/ensure-indexes';
import { Outbox } from './outbox/outbox';
import { OutboxSweeper } from './outbox/outbox-sweeper';
import { type ClaimDocument, Claims } from './store/claims';
import { MongoAggregateStore } from './store/mongo-aggregate-store';
import { ReachableStore } from './store/reachable-store';
import { Reservations } from './store/reservations';
import { type NumberDocument, RunningNumbers } from './store/running-numbers';
import { MongoTimers, type TimerShare } from './timers/mongo-timers';

export interface MongoStoresOptions {
  readonly connection: MongoConnection;
  readonly publisher: Publisher;
  /** Whose timers this process fires; all by default. */
  readonly share?: TimerShare;
  /** A saved step could not be published yet; it is tried again. */
  readonly onPublishError?: (error: unknown) => void;
  /** Epoch ms of the real clock, never of the simulation's. */
  readonly realNow?: () => number;
  /** Simulated ms that pass in a real one; 1 by default. */
  readonly pace?: number;
}

interface Registers {
  readonly claims: Claims;
  readonly reservations: Reservations;
}

interface Opened {
  readonly kind: string;
  readonly model: Model<AggregateDocument>;
  readonly documents: mongo.Collection<AggregateDocument>;
  readonly outbox: Outbox;
  readonly store: MongoAggregateStore;
}

const ALL: TimerShare = { owns: () => true, changes: undefined };
const RESERVED = ['claims', 'numbers', 'meta'];

/** The stores of a process on MongoDB with their timers and the sweeper behind their outboxes. */
export class MongoStores {
  readonly timers: MongoTimers;
  readonly sweeper: OutboxSweeper;
  private readonly writer = randomUUID();
  private readonly opened: Opened[] = [];
  private readonly registers = new Map<string, Registers>();

  constructor(private readonly options: MongoStoresOptions) {
    const { share = ALL, realNow = Date.now, pace = 1 } = options;
    this.timers = new MongoTimers(share, realNow, pace);
    this.sweeper = new OutboxSweeper(() => this.opened);
  }

  /** For the engine registry: the store of one kind of aggregate. Touches no database yet. */
  readonly open = (kind: AggregateKind): AggregateStore => {
    const { connection, publisher, realNow = Date.now, onPublishError = () => undefined } = this.options;
    const name = plain(kind.kind);
    if (RESERVED.includes(name)) throw new Error(`no kind of aggregate may be named ${name}`);
    const database = connection.database(kind.service);
    const documents = connection.collection<AggregateDocument>(database, name);
    const { claims, reservations } = this.registersOf(kind.service);
    const outbox = new Outbox(publisher, claims, this.writer);
    const onSaved = this.timers.join(kind.kind, documents);
    const parts = { documents, outbox, reservations, realNow, onPublishError, onSaved };
    const store = new MongoAggregateStore(parts, kind);
    const model = database.model<AggregateDocument>(name, aggregateSchema(kind), name);
    this.opened.push({ kind: kind.kind, model, documents, outbox, store });
    return new ReachableStore(store);
  };

  /** Builds what indexes are missing for the opened kinds; answers their names. Harmless to repeat and to run at once. */
  async ensureIndexes(): Promise<readonly string[]> {
    const built: string[] = [];
    for (const { model } of this.opened) built.push(...(await ensureIndexes(model)));
    return built;
  }

  /** Resolves once nothing is being published in the background. */
  async settled(): Promise<void> {
    await Promise.all(this.opened.map(({ store }) => store.drained()));
  }

  private registersOf(service: string): Registers {
    let registers = this.registers.get(service);
    if (!registers) {
      const { connection } = this.options;
      const database = connection.database(service);
      const claims = new Claims(connection.collection<ClaimDocument>(database, 'claims'));
      const numbers = new RunningNumbers(connection.collection<NumberDocument>(database, 'numbers'));
      registers = { claims, reservations: new Reservations(claims, numbers) };
      this.registers.set(service, registers);
    }
    return registers;
  }
}
