import {
  AggregateEngine,
  type Decider,
  type Engine,
  type EngineOptions,
  Engines,
  type Fires,
} from '@lienthong/engine';
import { EmbeddedAggregateStore, type SharedTables } from './store/embedded-aggregate-store';

export interface EngineReports {
  readonly now: () => number;
  readonly count: (service: string, counts: { handled: number; duplicates: number; parked: number }) => void;
}

/** Engines whose stores are tables of the embedded file. */
export class EmbeddedEngines extends Engines {
  private readonly byKind = new Map<string, Fires>();

  constructor(
    private readonly shared: SharedTables,
    private readonly reports: EngineReports,
  ) {
    super();
  }

  for<State, Input extends { readonly type: string }>(
    decider: Decider<State, Input>,
    options: EngineOptions<State> = {},
  ): Engine<State, Input> {
    const kind = decider.kind ?? decider.service;
    if (this.byKind.has(kind)) throw new Error(`there is already an engine for ${kind}`);
    const facets = Object.entries(decider.facets ?? {}).map(([name, { indexed }]) => ({
      name,
      indexed: indexed ?? false,
    }));
    const store = new EmbeddedAggregateStore(this.shared, decider.service, kind, facets);
    const engine = new AggregateEngine(decider, store, { ...this.reports, ...options });
    this.byKind.set(kind, engine);
    return engine;
  }

  /** The engine of a kind of aggregate, for its timers. */
  readonly of = (kind: string): Fires => {
    const engine = this.byKind.get(kind);
    if (!engine) throw new Error(`no engine runs ${kind}`);
    return engine;
  };
}
