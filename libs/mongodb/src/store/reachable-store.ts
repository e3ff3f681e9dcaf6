import {
  type AggregateStore,
  type FacetConditions,
  type FacetValue,
  type Reservation,
  type Step,
  type StoredQuery,
  StoreUnavailable,
} from '@lienthong/store';
import { isUnreachable } from '../connection/mongo-errors';

/** Tells a database that is away from everything else that can go wrong: it is nobody's fault, and comes back. */
export class ReachableStore implements AggregateStore {
  constructor(private readonly store: AggregateStore) {}

  load(ids: readonly string[]): ReturnType<AggregateStore['load']> {
    return reaching(this.store.load(ids));
  }

  recall(ids: readonly string[]): ReturnType<AggregateStore['recall']> {
    return reaching(this.store.recall(ids));
  }

  read(id: string): ReturnType<AggregateStore['read']> {
    return reaching(this.store.read(id));
  }

  reserve(reservations: readonly Reservation[]): ReturnType<AggregateStore['reserve']> {
    return reaching(this.store.reserve(reservations));
  }

  commit(step: Step): ReturnType<AggregateStore['commit']> {
    return reaching(this.store.commit(step));
  }

  durable(): Promise<void> {
    return this.store.durable();
  }

  query(query: StoredQuery): ReturnType<AggregateStore['query']> {
    return reaching(this.store.query(query));
  }

  count(where: Readonly<Record<string, FacetValue>>): Promise<number> {
    return reaching(this.store.count(where));
  }

  tally(conditions: FacetConditions, by: readonly string[]): ReturnType<AggregateStore['tally']> {
    return reaching(this.store.tally(conditions, by));
  }

  countParked(): Promise<number> {
    return reaching(this.store.countParked());
  }

  parked(limit: number, afterId?: string): ReturnType<AggregateStore['parked']> {
    return reaching(this.store.parked(limit, afterId));
  }
}

async function reaching<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw isUnreachable(error) ? new StoreUnavailable({ cause: error }) : error;
  }
}
