import { type LinkedAgencyId, type Message } from '@lienthong/contracts';
import { type Decider, type Decision, type Outgoing, type Timer, type TimerFired } from '@lienthong/engine';
import { byEnd, callFiles, type CalledFile, type OfficeRules, queued, scheduled } from './calling';
import { type Office } from './office';
import { isForOffice, type OfficeMessage, type OfficerAssigned } from './office.messages';
import { NO_TICKETS, withTicket } from './ticket-book';

const CALL = 'call';
const NO_TIMERS: readonly Timer[] = [];
const NEW: Office = { waiting: [], inHand: [], tickets: NO_TICKETS };

/**
 * The queue of one office: files ask for an officer, wait their turn, and are told when one takes them up. A request
 * takes effect once, however often it comes. How many officers there are counts from the next call on.
 */
export class OfficeDecider implements Decider<Office, OfficeMessage> {
  readonly kind: string;
  /** Every file at the office is a stream of its own: an inbox would never stop growing. */
  readonly knowsRepetitions = true;

  constructor(
    readonly service: LinkedAgencyId,
    private readonly rules: OfficeRules,
  ) {
    this.kind = `${service}-office`;
  }

  target(message: Message): string | undefined {
    return isForOffice(message) ? message.subject : undefined;
  }

  timers({ callAt }: Office): readonly Timer[] {
    return callAt === undefined ? NO_TIMERS : [{ name: CALL, dueAt: callAt }];
  }

  decide(
    office: Office = NEW,
    input: OfficeMessage | TimerFired,
    { now }: { readonly now: number },
  ): Decision<Office> | undefined {
    switch (input.type) {
      case 'vn.lienthong.officer.requested.v1':
        return this.requested(office, input.data);
      case 'vn.lienthong.officer.released.v1':
        return this.released(office, input.data);
      case 'timer.fired': {
        const { office: state, called } = callFiles(office, now, this.rules);
        return { state, messages: called.map((one) => this.assigned(one)) };
      }
    }
  }

  private requested(office: Office, file: Office['waiting'][number]): Decision<Office> | undefined {
    const tickets = withTicket(office.tickets, file.ticket);
    if (!tickets) return undefined;
    const { dossierNumber, ticket, receivedAt, handsOnMs } = file;
    const waiting = queued(office.waiting, { dossierNumber, ticket, receivedAt, handsOnMs });
    return { state: scheduled({ ...office, tickets, waiting }, this.rules) };
  }

  /** A file that an officer is done with already changes nothing. */
  private released(
    office: Office,
    { ticket, at }: { ticket: number; at: number },
  ): Decision<Office> | undefined {
    const waiting = office.waiting.filter((file) => file.ticket !== ticket);
    const inHand = office.inHand
      .map((file) => (file.ticket === ticket && file.until > at ? { ticket, until: at } : file))
      .sort(byEnd);
    const left = waiting.length < office.waiting.length;
    const putDown = inHand.some((file) => !office.inHand.includes(file));
    return left || putDown ? { state: scheduled({ ...office, waiting, inHand }, this.rules) } : undefined;
  }

  private assigned({ file, startedAt }: CalledFile): Outgoing<OfficerAssigned> {
    return {
      topic: `${this.service}.commands`,
      type: 'vn.lienthong.officer.assigned.v1',
      subject: file.dossierNumber,
      data: { ticket: file.ticket, startedAt },
    };
  }
}
