import { type CaseEvent } from '@lienthong/contracts';
import { type Standalone } from '../apps/standalone/src/standalone';

/** Watches a running system from outside its services: messages sent, cases completed. */
export class Completions {
  messages = 0;
  completed = 0;
  private readonly waiting = new Map<string, () => void>();

  constructor(private readonly standalone: Standalone) {
    standalone.runtime.embedded.log.onAppend((message, topic) => {
      this.messages++;
      if (topic !== 'case.events' || message.type !== 'vn.lienthong.result.returned.v1') return;
      if ((message as CaseEvent).data.status !== 'completed') return;
      this.completed++;
      this.waiting.get(message.subject)?.();
      this.waiting.delete(message.subject);
    });
  }

  /** Resolves once everything sent has been worked and is on disk. */
  async drained(): Promise<void> {
    await this.standalone.runtime.embedded.bus.idle();
    await this.standalone.runtime.embedded.database.durable();
  }
}
