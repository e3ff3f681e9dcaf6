import fc from 'fast-check';
import { NO_TICKETS, type TicketBook, withTicket } from './ticket-book';

function bookOf(tickets: readonly number[]): TicketBook {
  return tickets.reduce((book, ticket) => withTicket(book, ticket) ?? book, NO_TICKETS);
}

describe('the book of tickets', () => {
  it('knows which have come, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 })), (tickets) => {
        const book = bookOf(tickets);
        for (let ticket = 1; ticket <= 61; ticket++)
          expect(withTicket(book, ticket) === undefined).toBe(tickets.includes(ticket));
      }),
    );
  });

  it('keeps nothing of those that came without a gap', () => {
    expect(bookOf([2, 1, 4, 3, 5])).toEqual({ highest: 5, missing: [] });
    expect(bookOf([1, 2, 5])).toEqual({ highest: 5, missing: [3, 4] });
  });
});
