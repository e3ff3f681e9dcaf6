/**
 * Which tickets of an office have come in. Tickets are running numbers, so that the highest and what is missing below
 * it are enough, however many have come: a number that was drawn in vain stays missing.
 */
export interface TicketBook {
  readonly highest: number;
  readonly missing: readonly number[];
}

export const NO_TICKETS: TicketBook = { highest: 0, missing: [] };

/** The book with the ticket in it; undefined when it was in it before. */
export function withTicket({ highest, missing }: TicketBook, ticket: number): TicketBook | undefined {
  if (ticket <= highest) {
    if (!missing.includes(ticket)) return undefined;
    return { highest, missing: missing.filter((one) => one !== ticket) };
  }
  const skipped = Array.from({ length: ticket - highest - 1 }, (_, i) => highest + 1 + i);
  return { highest: ticket, missing: skipped.length > 0 ? [...missing, ...skipped] : missing };
}
