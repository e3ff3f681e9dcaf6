import { type AggregateKind, type AggregateStore } from '@lienthong/store';
import { AggregateEngine } from './aggregate-engine';
import { type RunCounts } from './aggregate-run';
import { type Decider } from './decider';
import { type Engine, type EngineOptions, Engines, type OnIncident } from './engine.port';
import { type EngineTracing } from './run-trace';
import { type Fires } from './timer-pump';

export interface EngineReports {
  readonly now: () => number;
  readonly count: (service: string, counts: Readonly<RunCounts>) => void;
  readonly tracing?: EngineTracing | undefined;
  readonly onIncident?: OnIncident | undefined;
}

/** The engines of a process, one a kind of aggregate, each over the store that the process's adapter opens for it. */
export class EngineRegistry extends Engines {
  private readonly byKind = new Map<string, Fires>();
  private readonly stores = new Map<string, { readonly service: string; readonly store: AggregateStore }>();

  constructor(
    private readonly openStore: (kind: AggregateKind) => AggregateStore,
    private readonly reports: EngineReports,
  ) {
    super();
  }

  for<State, Input extends { readonly type: string }>(
    decider: Decider<State, Input>,
    options: EngineOptions<State> = {},
  ): Engine<State, Input> {
    const { service, kind = service } = decider;
    if (this.byKind.has(kind)) throw new Error(`there is already an engine for ${kind}`);
    const facets = Object.entries(decider.facets ?? {}).map(([name, { indexed }]) => ({
      name,
      indexed: indexed ?? false,
    }));
    const store = this.openStore({ service, kind, facets });
    const engine = new AggregateEngine(decider, store, { ...this.reports, ...options });
    this.byKind.set(kind, engine);
    this.stores.set(kind, { service, store });
    return engine;
  }

  /** How many aggregates of each service stand still. */
  async openIncidents(): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const { service, store } of this.stores.values())
      counts.set(service, (counts.get(service) ?? 0) + (await store.countParked()));
    return counts;
  }

  /** The engine of a kind of aggregate, for its timers. */
  readonly of = (kind: string): Fires => {
    const engine = this.byKind.get(kind);
    if (!engine) throw new Error(`no engine runs ${kind}`);
    return engine;
  };
}
