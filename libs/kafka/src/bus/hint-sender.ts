import { type Hint } from '@lienthong/event-bus';
import { type KafkaConnection } from '../client/kafka-connection';
import { encodeHint } from '../codec/hint.codec';
import { DurableProducer } from '../publisher/durable-producer';

/** Hints on their way at the same time; what comes beyond, while brokers are slow or away, is not told. */
const MOST_AT_ONCE = 20;

/** Tells hints of this process to the others. */
export class HintSender {
  private readonly producer: DurableProducer;
  private underWay = 0;

  /** @param from names this process to itself, which knows already */
  constructor(
    private readonly connection: KafkaConnection,
    private readonly from: string,
  ) {
    this.producer = new DurableProducer(connection);
  }

  send(hint: Hint): void {
    if (this.underWay >= MOST_AT_ONCE) return;
    this.underWay++;
    const messages = [{ value: encodeHint({ from: this.from, hint }) }];
    this.producer
      .send([{ topic: this.connection.names.hints, messages }])
      // Nobody counts on a hint.
      .catch(() => undefined)
      .finally(() => this.underWay--);
  }

  close(): Promise<void> {
    return this.producer.close();
  }
}
