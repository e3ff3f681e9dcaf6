import { type Reservation, type Reserved } from '@lienthong/store';
import { type Claims } from './claims';
import { Gatherer } from './gatherer';
import { type RunningNumbers } from './running-numbers';

const MOST_CALLS = 500;

/** Claims and numbers for many aggregates at once: numbers of one name are drawn together. */
export class Reservations {
  private readonly gatherer: Gatherer<readonly Reservation[], readonly Reserved[]>;

  constructor(
    private readonly claims: Claims,
    private readonly numbers: RunningNumbers,
  ) {
    this.gatherer = new Gatherer((calls) => this.reserveAll(calls), MOST_CALLS);
  }

  async reserve(reservations: readonly Reservation[]): Promise<readonly Reserved[]> {
    return reservations.length === 0 ? [] : this.gatherer.run(reservations);
  }

  private async reserveAll(
    calls: readonly (readonly Reservation[])[],
  ): Promise<readonly (() => readonly Reserved[])[]> {
    const all = calls.flat();
    const claims = all.flatMap(({ owner, claims }) => claims.map((key) => ({ key, owner })));
    const lookups = all.flatMap(({ lookups }) => lookups);
    const [taken, seen, drawn] = await Promise.all([
      this.claims.take(claims),
      this.claims.owners(lookups),
      this.draw(all),
    ]);
    const ownerOf = (key: string): string | undefined => taken.get(key) ?? seen.get(key);
    return calls.map((reservations) => () => reservations.map((one) => reserved(one, ownerOf, drawn)));
  }

  private async draw(reservations: readonly Reservation[]): Promise<ReadonlyMap<Reservation, Drawn>> {
    const series = new Map<string, { name: string; period: string; of: Reservation[] }>();
    for (const reservation of reservations) {
      for (const { name, period } of reservation.numbers) {
        const key = JSON.stringify([name, period]);
        const wanted = series.get(key);
        if (wanted) wanted.of.push(reservation);
        else series.set(key, { name, period, of: [reservation] });
      }
    }
    const wanted = [...series.values()];
    const firsts = await this.numbers.draw(
      wanted.map(({ name, period, of }) => ({ name, period, count: of.length })),
    );
    const drawn = new Map<Reservation, Map<string, number>>();
    wanted.forEach(({ name, of }, i) => {
      const first = firsts[i] ?? NaN;
      of.forEach((reservation, nth) => {
        const numbers = drawn.get(reservation) ?? new Map<string, number>();
        drawn.set(reservation, numbers.set(name, first + nth));
      });
    });
    return drawn;
  }
}

type Drawn = ReadonlyMap<string, number>;

function reserved(
  reservation: Reservation,
  ownerOf: (key: string) => string | undefined,
  drawn: ReadonlyMap<Reservation, Drawn>,
): Reserved {
  const asked = new Set([...reservation.claims, ...reservation.lookups]);
  return {
    owner: (key) => (asked.has(key) ? ownerOf(key) : undefined),
    number: (name) => {
      const number = drawn.get(reservation)?.get(name);
      if (number === undefined) throw new Error(`number ${name} was not asked for`);
      return number;
    },
  };
}
