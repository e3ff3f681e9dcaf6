import { type DynamicModule, type Type } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type AgencyId, type Topic } from '@lienthong/contracts';

/** As services are named in databases, consumer groups, logs and addresses. */
export type ServiceName = 'gateway' | 'orchestrator' | 'console' | AgencyId;

/** One service, to be run in a process of its own. */
export interface ServiceDefinition {
  readonly name: ServiceName;
  /** What they need of their process (`Engines`, `Clock`, `Settings`, `Metrics`, `EventBus`, …) is global. */
  readonly modules: readonly (Type | DynamicModule)[];
  /** Groups of other services whose lag it wants to know, beside its own. */
  readonly watches?: readonly { readonly group: ServiceName; readonly topics: readonly Topic[] }[];
  /** Nobody waits for what it makes of messages: it fetches them in larger batches, up to a quarter of a second later. */
  readonly unhurried?: boolean;
  /** What its HTTP server has beside controllers; its OpenAPI document by default. Called before it listens. */
  readonly configure?: (app: NestFastifyApplication) => Promise<void>;
}
