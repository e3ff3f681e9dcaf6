import { EventPattern } from '@nestjs/microservices';
import { type Topic } from '@lienthong/contracts';

/** The pattern our transport strategy understands: a consumer group's share of a topic. */
export interface ConsumerPattern {
  readonly group: string;
  readonly topic: Topic;
}

/**
 * Marks a controller method as the consumer of `topics` for the group `group` (a service's name).
 * The method is given a {@link MessageBatch}; the batch is acknowledged by what it commits.
 */
export function Consumes(group: string, ...topics: readonly Topic[]): MethodDecorator {
  return EventPattern(topics.map((topic): ConsumerPattern => ({ group, topic })));
}
