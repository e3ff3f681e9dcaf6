import { type LinkedAgencyId, type Message } from '@lienthong/contracts';
import { type MessageBatch } from '@lienthong/event-bus';
import { type AgencyDesk } from '@lienthong/agency';

const STOP = 'vn.lienthong.stop.ordered.v1';

/**
 * The line on which stop orders travel to one agency, made slow: an order arrives when the test says so. A result that
 * is decided meanwhile crosses the order, as it would between two offices. Every other command passes at once; none
 * can overtake a stop order of its dossier, because nothing follows one before the agency's answer.
 */
export class StopOrders {
  private readonly underWay = new Map<string, { readonly batch: MessageBatch; readonly order: Message }>();
  private readonly deliverTo: (batch: MessageBatch) => Promise<void>;

  constructor(desk: AgencyDesk) {
    this.deliverTo = desk.handle.bind(desk);
    desk.handle = (batch) => this.pass(batch);
  }

  /** Lets the order for a dossier arrive. @throws Error when none is under way */
  async arrive(dossierNumber: string): Promise<void> {
    const held = this.underWay.get(dossierNumber);
    if (!held) throw new Error(`no stop order for ${dossierNumber} is under way`);
    this.underWay.delete(dossierNumber);
    await this.deliverTo({ ...held.batch, messages: [held.order] });
  }

  has(dossierNumber: string): boolean {
    return this.underWay.has(dossierNumber);
  }

  private async pass(batch: MessageBatch): Promise<void> {
    const passing: Message[] = [];
    for (const message of batch.messages) {
      if (message.type === STOP) this.underWay.set(message.subject, { batch, order: message });
      else passing.push(message);
    }
    if (passing.length > 0) await this.deliverTo({ ...batch, messages: passing });
  }
}

export type Lines = Readonly<Record<LinkedAgencyId, StopOrders>>;
