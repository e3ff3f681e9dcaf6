import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import { type ConsumerExtras, type ConsumerPattern } from './consumes.decorator';
import { type EventBus, type MessageBatch } from './event-bus.port';

/**
 * Nest's side of the bus: every method marked with `@Consumes` becomes a consumer group's handler. Nest's own Kafka
 * server is not used: it acknowledges messages without a handler and hands over one message at a time.
 */
export class EventBusStrategy extends Server implements CustomTransportStrategy {
  constructor(private readonly bus: EventBus) {
    super();
  }

  listen(callback: (error?: unknown) => void): void {
    for (const [pattern, handler] of this.messageHandlers) {
      const { group, topic } = JSON.parse(pattern) as ConsumerPattern;
      const { types } = (handler.extras ?? {}) as ConsumerExtras;
      const consume = async (batch: MessageBatch): Promise<void> => {
        const result: unknown = await handler(batch, undefined);
        await lastValueFrom(this.transformToObservable(result), { defaultValue: undefined });
      };
      this.bus.subscribe(group, topic, consume, types);
    }
    this.bus.start().then(() => callback(), callback);
  }

  close(): Promise<void> {
    return this.bus.close();
  }

  on(): never {
    throw new Error('the event bus emits no transport events');
  }

  unwrap<T>(): T {
    return this.bus as T;
  }
}
