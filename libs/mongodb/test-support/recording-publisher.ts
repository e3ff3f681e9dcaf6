import { type Message } from '@lienthong/contracts';
import { type Addressed, Publisher } from '@lienthong/event-bus';

/** A bus end that several processes share: what was published, in the order in which the bus took it. */
export type Published = Addressed[];

/** One process's connection to that bus. It can be away, or take its time. */
export class RecordingPublisher extends Publisher {
  away = false;
  /** Awaited before the bus takes messages. */
  before: (messages: readonly Addressed[]) => Promise<void> = async () => undefined;
  calls = 0;

  constructor(readonly published: Published) {
    super();
  }

  async publish(messages: readonly Addressed[]): Promise<void> {
    this.calls++;
    await this.before(messages);
    if (this.away) throw new Error('the bus is away');
    this.published.push(...messages);
  }

  get sequences(): readonly number[] {
    return this.published.map(({ message }) => message.sequence);
  }
}

export function messageOf(id: string, sequence: number): Addressed {
  const message: Message = {
    stream: `test/${id}`,
    sequence,
    type: 'told',
    subject: id,
    time: 0,
    data: { sequence },
  };
  return { topic: 'case.events', message };
}
