import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { EventBusStrategy } from '@lienthong/event-bus';
import { IncidentsModule } from '@lienthong/incidents';
import { isDossierNumber } from '@lienthong/numbers';
import {
  configureHttp,
  createHttpAdapter,
  guardEdge,
  listen,
  logRequests,
  NestLogger,
  type Settings,
  SystemModule,
  traceRequests,
} from '@lienthong/platform';
import { connect } from './connections';
import { HostModule } from './host.module';
import { type ServiceDefinition } from './service-definition';
import { serveApiDocument } from './serve-api-document';
import { ServiceRuntime } from './service-runtime';
import { StatusController } from './status/status.controller';

@Module({})
class ServiceModule {}

/** One service in this process: its modules over Kafka and MongoDB, serving HTTP. */
export class ServiceProcess {
  private constructor(
    private readonly runtime: ServiceRuntime,
    private readonly app: NestFastifyApplication,
  ) {}

  /** Connects and builds the service. Nothing is consumed or served yet. */
  static async open(definition: ServiceDefinition, settings: Settings): Promise<ServiceProcess> {
    const connections = await connect(definition.name, settings);
    const runtime = new ServiceRuntime(definition, settings, connections);
    try {
      const root = {
        module: ServiceModule,
        imports: [
          HostModule.of(runtime),
          SystemModule,
          IncidentsModule.of(runtime.engines),
          ...definition.modules,
        ],
        controllers: [StatusController],
      };
      const app = await NestFactory.create<NestFastifyApplication>(root, createHttpAdapter(), {
        logger: new NestLogger(runtime.logger),
        abortOnError: false,
      });
      configureHttp(app);
      await guardEdge(app, settings);
      traceRequests(app, runtime.tracing);
      logRequests(app, runtime.logger, isDossierNumber);
      if (definition.configure) await definition.configure(app);
      else serveApiDocument(app, definition.name);
      app.connectMicroservice({ strategy: new EventBusStrategy(runtime.bus) });
      return new ServiceProcess(runtime, app);
    } catch (error) {
      await runtime.close();
      throw error;
    }
  }

  /** Creates what the service needs in its engines: topics and indexes. May be run again, by several at once. */
  prepare(): Promise<void> {
    return this.runtime.prepare();
  }

  /** Consumes, fires timers and takes requests. Resolves with the URL. */
  async serve(): Promise<string> {
    await this.app.startAllMicroservices();
    this.runtime.run();
    return listen(this.app, this.runtime.settings);
  }

  /** Takes nothing more, finishes what is in hand, and leaves. */
  async stop(): Promise<void> {
    this.runtime.readiness.markStopping();
    await this.runtime.pause();
    await this.app.close();
    await this.runtime.close();
  }
}
