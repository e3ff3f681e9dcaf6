import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Dossier } from '@lienthong/contracts';
import { type StorageFault } from '@lienthong/embedded';
import { EventBusStrategy } from '@lienthong/event-bus';
import { isDossierNumber } from '@lienthong/numbers';
import {
  configureHttp,
  createHttpAdapter,
  guardEdge,
  listen,
  logRequests,
  loadGeography,
  NestLogger,
  type Settings,
  traceRequests,
} from '@lienthong/platform';
import { servePage } from '../../console/src/page/serve-page';
import { serveApiDocs } from '../../gateway/src/api-docs/serve-api-docs';
import { IntakeService } from '../../gateway/src/intake/intake.service';
import { readSample } from './sample/sample-record';
import { SampleReplay } from './sample/sample-replay';
import { StandaloneModule } from './standalone.module';
import { StandaloneRuntime } from './standalone-runtime';

/** The whole system in one process, from opening the data to serving. */
export class Standalone {
  private replay: SampleReplay | undefined;
  private closing = false;

  private constructor(
    readonly runtime: StandaloneRuntime,
    readonly app: NestFastifyApplication,
  ) {}

  /** Opens the data directory and joins the services to the bus. Nothing is served yet. */
  static async open(settings: Settings, onDiskFailure: (fault: StorageFault) => void): Promise<Standalone> {
    // What refuses the start leaves no data behind.
    loadGeography();
    const runtime = new StandaloneRuntime(settings, onDiskFailure);
    const app = await NestFactory.create<NestFastifyApplication>(
      StandaloneModule.on(runtime),
      createHttpAdapter(),
      {
        logger: new NestLogger(runtime.logger),
        abortOnError: false,
      },
    );
    configureHttp(app);
    await guardEdge(app, settings);
    traceRequests(app, runtime.tracing);
    logRequests(app, runtime.logger, isDossierNumber);
    serveApiDocs(app);
    if (settings.console !== 'off') await servePage(app, settings);
    app.connectMicroservice({ strategy: new EventBusStrategy(runtime.embedded.bus) });
    const standalone = new Standalone(runtime, app);
    await app.startAllMicroservices();
    return standalone;
  }

  /** Whether it was asked to stop. */
  get stopping(): boolean {
    return this.closing;
  }

  /** Replays what is left of the sample, or until it is stopped. `onProgress` is told of every dossier filed, out of how many. */
  async replaySample(onProgress: (filed: number, dossiers: number) => void): Promise<void> {
    const sample = readSample(this.runtime.embedded.database);
    if (!sample || sample.finished) return;
    this.replay = this.sampleReplay();
    await this.replay.run(sample, (filed) => onProgress(filed, sample.dossiers));
  }

  /**
   * Lets time run and takes requests, once what an earlier run left on the bus has been worked: whatever that run
   * acknowledged can be read. Resolves with the URL.
   */
  async serve(): Promise<string> {
    const { settings, time, embedded, readiness } = this.runtime;
    await embedded.bus.idle();
    time.run();
    const url = await listen(this.app, settings);
    readiness.markStarted();
    return url;
  }

  /** Finishes what is in hand, writes it and closes. */
  async stop(): Promise<void> {
    this.closing = true;
    await this.replay?.stop();
    await this.app.close();
    await this.runtime.close();
  }

  private sampleReplay(): SampleReplay {
    const { embedded, clock, time } = this.runtime;
    const intake = this.app.get(IntakeService, { strict: false });
    const file = (key: string, dossier: Dossier, submittedAt: number): Promise<unknown> =>
      intake.submitTrusted(key, dossier, submittedAt, { simulatedApplicant: true });
    return new SampleReplay(embedded.database, clock, time, file, loadGeography());
  }
}
