import { type Message } from '@lienthong/contracts';
import { type EventBus } from '@lienthong/event-bus';
import { CaseFeed } from '../ports';

/** Live hints that a case has moved, from the tail of `case.events`. */
export class BusCaseFeed extends CaseFeed {
  private readonly listeners = new Map<string, Set<() => void>>();

  constructor(bus: EventBus) {
    super();
    const tell = ({ subject }: Message): void => {
      for (const onChange of this.listeners.get(subject) ?? []) onChange();
    };
    bus.tail('case.events', tell, () => this.listeners.size > 0);
  }

  subscribe(dossierNumber: string, onChange: () => void): () => void {
    const listeners = this.listeners.get(dossierNumber) ?? new Set();
    this.listeners.set(dossierNumber, listeners.add(onChange));
    return () => {
      listeners.delete(onChange);
      if (listeners.size === 0) this.listeners.delete(dossierNumber);
    };
  }
}
