import { type SimulationClock } from '@lienthong/clock';
import { EmbeddedRuntime, type StorageFault } from '@lienthong/embedded';
import { type EngineRegistry } from '@lienthong/engine';
import { type EventBus } from '@lienthong/event-bus';
import {
  createLogger,
  EngineMetrics,
  Metrics,
  type Settings,
  Tracing,
  watchIncidents,
} from '@lienthong/platform';
import { type Logger } from 'pino';
import { BacklogBackpressure } from './ports/backlog-backpressure';
import { EmbeddedReadiness } from './ports/embedded-readiness';
import { type Load, type Runtime } from './runtime';
import { beginSample } from './sample/begin-sample';
import { ClockKeeper } from './time/clock-keeper';
import { TimeDriver } from './time/time-driver';

/** Everything below Nest: the embedded file with its bus and engines, the clock and what lets time pass. */
export class StandaloneRuntime implements Runtime {
  readonly logger: Logger;
  readonly metrics = new Metrics();
  readonly embedded: EmbeddedRuntime;
  readonly clock: SimulationClock;
  readonly backpressure: BacklogBackpressure;
  readonly readiness: EmbeddedReadiness;
  readonly tracing: Tracing | undefined;
  readonly time: TimeDriver;
  readonly load: Load;

  constructor(
    readonly settings: Settings,
    onDiskFailure: (fault: StorageFault) => void,
  ) {
    this.logger = createLogger(settings.logLevel);
    const tracing = Tracing.to(settings.otlpEndpoint, 'lienthong');
    this.tracing = tracing;
    const engineMetrics = new EngineMetrics(this.metrics);
    this.embedded = new EmbeddedRuntime({
      directory: settings.dataDir,
      durability: settings.durability,
      now: () => this.clock.now(),
      count: engineMetrics.count,
      fired: engineMetrics.fired,
      onIncident: (service, id, { attempts, error }) =>
        this.logger.error({ service, id, attempts, error }, 'an incident: the aggregate stands still'),
      tracing: tracing && { begin: (_service, name, parent) => tracing.work(name, parent) },
      onBatchError: (error, topic, group) => {
        engineMetrics.retried(group, topic);
        this.logger.error({ err: error, topic, group }, 'a batch failed and will be tried again');
      },
      onDiskFailure: (fault) => {
        this.halt();
        onDiskFailure(fault);
      },
    });
    this.load = {
      backlogOf: (group) => this.embedded.log.backlogOf(group),
      nextTimer: () => this.embedded.timers.next(),
    };
    if (settings.console === 'off') this.embedded.log.leave('console');
    this.backpressure = new BacklogBackpressure(this.embedded.log);
    watchIncidents(this.metrics, () => this.embedded.engines.openIncidents());
    engineMetrics.watchBacklog(() => this.embedded.log.backlog());
    const keeper = new ClockKeeper(this.embedded.database, settings);
    this.clock = keeper.clock;
    this.readiness = new EmbeddedReadiness(this.embedded.database, this.clock);
    if (keeper.isNew) beginSample(settings, this.embedded.database, this.clock);
    this.time = new TimeDriver(this.clock, this.embedded, (error) =>
      this.logger.error({ err: error }, 'timers could not be fired'),
    );
  }

  get engines(): EngineRegistry {
    return this.embedded.engines;
  }

  get bus(): EventBus {
    return this.embedded.bus;
  }

  /** Nothing can be kept any more: time stands still and no message is worked, so that nothing gathers in memory. */
  private halt(): void {
    // Setting up can fail too, and then there is nothing yet that goes on.
    const { time, embedded } = this as Partial<Pick<StandaloneRuntime, 'time' | 'embedded'>>;
    void time?.stop();
    void embedded?.bus.close();
  }

  /** What is in hand is finished and written before the file is closed. */
  async close(): Promise<void> {
    await this.time.stop();
    await this.embedded.close();
    await this.tracing?.close();
  }
}
