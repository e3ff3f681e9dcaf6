import { type AggregateKind, type AggregateStore } from '@lienthong/store';
import { AggregateEngine } from './aggregate-engine';
import { type RunCounts } from './aggregate-run';
import { type Decider } from './decider';
import { type Engine, type EngineOptions, Engines, type OnIncident } from './engine.port';
import { type EngineTracing } from './run-trace';

export interface EngineReports {
  readonly now: () => number;
  readonly count: (service: string, counts: Readonly<RunCounts>) => void;
  readonly tracing?: EngineTracing | undefined;
  readonly onIncident?: OnIncident | undefined;
}

/** What is asked of an engine whatever its aggregates are: about their timers and incidents. */
export type AnyEngine = Pick<Engine<unknown, never>, 'fire' | 'incident' | 'incidents' | 'retry' | 'discard'>;

/** The engines of a process, one a kind of aggregate, each over the store that the process's adapter opens for it. */
export class EngineRegistry extends Engines {
  private readonly byKind = new Map<string, AnyEngine>();
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
    const store = this.openStore({
      service,
      kind,
      facets,
      ...(decider.tallied && { tallied: decider.tallied }),
    });
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

  /** Every kind of aggregate that this process runs, with the service that owns it. */
  kinds(): readonly { readonly service: string; readonly kind: string }[] {
    return [...this.stores].map(([kind, { service }]) => ({ service, kind }));
  }

  /** The engine of a kind of aggregate, for its timers and incidents. @throws Error for a kind that runs elsewhere */
  readonly of = (kind: string): AnyEngine => {
    const engine = this.byKind.get(kind);
    if (!engine) throw new Error(`no engine runs ${kind}`);
    return engine;
  };
}
