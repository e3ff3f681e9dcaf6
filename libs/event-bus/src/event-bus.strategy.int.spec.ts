import 'reflect-metadata';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Payload } from '@nestjs/microservices';
import { Consumes } from './consumes.decorator';
import { type BatchHandler, type EventBus, type MessageBatch } from './event-bus.port';
import { EventBusStrategy } from './event-bus.strategy';

const BATCH: MessageBatch = {
  group: 'orchestrator',
  topic: 'case.events',
  partition: 0,
  messages: [],
  nextOffset: 1,
};

class DatabaseAway extends Error {}

@Controller()
class Consumer {
  static readonly taken: MessageBatch[] = [];

  @Consumes('orchestrator', 'case.events', 'dossier.events')
  async take(@Payload() batch: MessageBatch): Promise<void> {
    if (batch.topic === 'dossier.events') throw new DatabaseAway('gone');
    Consumer.taken.push(batch);
  }
}

@Module({ controllers: [Consumer] })
class Service {}

describe('EventBusStrategy', () => {
  const handlers = new Map<string, BatchHandler>();
  const bus: EventBus = {
    subscribe: (group, topic, handler) => void handlers.set(`${group} ${topic}`, handler),
    tail: () => undefined,
    hint: () => undefined,
    onHint: () => undefined,
    start: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };

  beforeAll(async () => {
    const service = await NestFactory.createMicroservice(Service, {
      strategy: new EventBusStrategy(bus),
      logger: false,
    });
    await service.listen();
  });

  it('hands batches to the consumer of their topic', async () => {
    await handlers.get('orchestrator case.events')?.(BATCH);
    expect(Consumer.taken).toEqual([BATCH]);
  });

  it('gives the bus what a consumer throws, as it is', async () => {
    const failing = handlers.get('orchestrator dossier.events')?.({ ...BATCH, topic: 'dossier.events' });
    await expect(failing).rejects.toBeInstanceOf(DatabaseAway);
  });
});
