import { applyDecorators, UseFilters } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { type Topic } from '@lienthong/contracts';
import { BatchErrorFilter } from './batch-error.filter';

/** The pattern our transport strategy understands: a consumer group's share of a topic. */
export interface ConsumerPattern {
  readonly group: string;
  readonly topic: Topic;
}

/** What a consumer says beside its pattern. */
export interface ConsumerExtras {
  /** Unset: every type. */
  readonly types?: readonly string[];
}

/**
 * Marks a controller method as the consumer of `topics` for the group `group` (a service's name).
 * The method is given a {@link MessageBatch}; the batch is acknowledged by what it commits.
 */
export function Consumes(group: string, ...topics: readonly Topic[]): MethodDecorator {
  return consumer(EventPattern(topics.map((topic): ConsumerPattern => ({ group, topic }))));
}

/** {@link Consumes} for one topic of which the group wants only some types of messages. */
export function ConsumesOnly(group: string, topic: Topic, types: readonly string[]): MethodDecorator {
  return consumer(
    EventPattern({ group, topic } satisfies ConsumerPattern, { types } satisfies ConsumerExtras),
  );
}

function consumer(pattern: MethodDecorator): MethodDecorator {
  return applyDecorators(pattern, UseFilters(BatchErrorFilter));
}
