import { type Clock } from '@lienthong/clock';
import { type EngineRegistry } from '@lienthong/engine';
import { type EventBus } from '@lienthong/event-bus';
import { type Metrics, type Readiness, type Settings } from '@lienthong/platform';
import { type Backpressure, type SimulationControl } from '../../gateway/src/ports';

/** What services that share one process ask it for, whatever bus and store are under it. */
export interface Runtime {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly engines: EngineRegistry;
  readonly bus: EventBus;
  readonly backpressure: Backpressure;
  readonly readiness: Readiness;
  readonly time: SimulationControl;
  readonly load: Load;
}

/** What waits to be done in this process. */
export interface Load {
  /** Messages that a consumer group has still to take. */
  backlogOf(group: string): number;
  /** When the earliest timer is due (epoch ms of the clock). */
  nextTimer(): Promise<number | undefined>;
}
