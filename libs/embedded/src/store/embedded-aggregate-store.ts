import { type Ack, type Addressed } from '@lienthong/event-bus';
import {
  type AggregateKind,
  type AggregateStore,
  type Envelope,
  type FacetConditions,
  type FacetValue,
  type Reservation,
  type Reserved,
  type Step,
  type StoredQuery,
  type Tally,
  type TimerIndex,
} from '@lienthong/store';
import { type EmbeddedDatabase } from '../database/embedded-database';
import { AggregateTable } from './aggregate-table';
import { type ClaimTable } from './claim-table';
import { type NumberTable } from './number-table';

/** The bus end of a step: the same file, the same transaction. */
export interface MessageLog {
  append(messages: readonly Addressed[]): void;
  acknowledge(ack: Ack): void;
}

export interface SharedTables {
  readonly database: EmbeddedDatabase;
  readonly claims: ClaimTable;
  readonly numbers: NumberTable;
  readonly timers: TimerIndex;
  readonly log: MessageLog;
}

/**
 * One service's aggregates in the embedded file. A step (states, outgoing messages, acknowledgement) takes effect
 * within one turn of the event loop, so every group commit holds it whole or not at all; no outbox is needed.
 */
export class EmbeddedAggregateStore implements AggregateStore {
  private readonly service: string;
  private readonly table: AggregateTable;
  private readonly timerService: number;

  constructor(
    private readonly shared: SharedTables,
    kind: AggregateKind,
  ) {
    this.service = kind.service;
    this.table = new AggregateTable(shared.database, kind);
    this.timerService = shared.timers.join(kind.kind);
    for (const { id, dueAt } of this.table.dueTimes()) shared.timers.set(this.timerService, id, dueAt);
  }

  async load(ids: readonly string[]): Promise<readonly (Envelope | undefined)[]> {
    this.shared.database.requireKeeping();
    return ids.map((id) => this.table.get(id)?.envelope);
  }

  recall(ids: readonly string[]): Promise<readonly (Envelope | undefined)[]> {
    return this.load(ids);
  }

  async read(id: string): Promise<Envelope | undefined> {
    return this.table.get(id)?.envelope;
  }

  async reserve(reservations: readonly Reservation[]): Promise<readonly Reserved[]> {
    return reservations.map((reservation) => this.reserveOne(reservation));
  }

  async commit(step: Step): Promise<readonly string[]> {
    const conflicts: string[] = [];
    for (const { id, expectedVersion, envelope, dueAt, facets, messages, releases, claims } of step.writes) {
      const current = this.table.get(id);
      if ((current?.envelope.version ?? 0) !== expectedVersion) {
        conflicts.push(id);
        continue;
      }
      this.table.set(id, { id, envelope, dueAt, facets, stored: current?.stored ?? false });
      this.shared.timers.set(this.timerService, id, dueAt);
      for (const key of claims ?? []) this.shared.claims.claim(this.scoped(key), id);
      for (const key of releases) this.shared.claims.release(this.scoped(key), id);
      this.shared.log.append(messages);
    }
    if (step.ack && conflicts.length === 0) this.shared.log.acknowledge(step.ack);
    return conflicts;
  }

  durable(): Promise<void> {
    return this.shared.database.durable();
  }

  async query(query: StoredQuery): Promise<readonly { readonly id: string; readonly envelope: Envelope }[]> {
    await this.durable();
    return this.table.query(query);
  }

  async count(where: Readonly<Record<string, FacetValue>>): Promise<number> {
    return this.table.count(where);
  }

  tally(conditions: FacetConditions, by: readonly string[]): Promise<readonly Tally[]> {
    return this.table.tally(conditions, by);
  }

  async countParked(): Promise<number> {
    return this.table.countParked();
  }

  async parked(
    limit: number,
    afterId = '',
  ): Promise<readonly { readonly id: string; readonly envelope: Envelope }[]> {
    return this.table.parked(limit, afterId);
  }

  private reserveOne({ owner, claims, lookups, numbers }: Reservation): Reserved {
    const owners = new Map<string, string | undefined>();
    for (const key of claims) owners.set(key, this.shared.claims.claim(this.scoped(key), owner));
    for (const key of lookups) owners.set(key, this.shared.claims.owner(this.scoped(key)));
    const drawn = new Map<string, number>();
    for (const { name, period } of numbers)
      drawn.set(name, this.shared.numbers.next(this.scoped(name), period));
    return {
      owner: (key) => owners.get(key),
      number: (name) => {
        const number = drawn.get(name);
        if (number === undefined) throw new Error(`number ${name} was not asked for`);
        return number;
      },
    };
  }

  private scoped(key: string): string {
    return `${this.service}/${key}`;
  }
}
