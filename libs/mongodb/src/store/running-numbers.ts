import { LRUCache } from 'lru-cache';
import { type mongo } from 'mongoose';
import { runBulk } from '../documents/bulk-outcome';

interface Period {
  readonly period: string;
  /** The last number given out. */
  readonly value: number;
}

/** A running number and its period; the period before is kept for a process whose clock is a little behind. */
export interface NumberDocument extends Period {
  readonly _id: string;
  readonly previous?: Period;
}

/** So many numbers in a row are wanted of a series. */
export interface Draw {
  readonly name: string;
  readonly period: string;
  readonly count: number;
}

interface Move {
  readonly draw: Draw;
  readonly before: NumberDocument | undefined;
  readonly after: NumberDocument;
  /** The first of the numbers drawn. */
  readonly first: number;
}

/** Series whose last number is remembered: an office each, of a country with 3,321 communes. */
const MOST_KNOWN = 20_000;

/**
 * Running numbers of a service, drawn in blocks of as many as are wanted at once, all series in one call. What this process
 * drew last is remembered and only tried: where another process has drawn meanwhile, the database says so. A crash leaves
 * gaps, never a repetition.
 */
export class RunningNumbers {
  private readonly known = new LRUCache<string, NumberDocument>({ max: MOST_KNOWN });

  constructor(private readonly documents: mongo.Collection<NumberDocument>) {}

  /** Answers the first number of each draw, in their order. */
  async draw(draws: readonly Draw[]): Promise<readonly number[]> {
    const first = new Map<Draw, number>();
    let open = draws;
    while (open.length > 0) {
      for (const move of await this.try(onePerName(open))) first.set(move.draw, move.first);
      open = open.filter((draw) => !first.has(draw));
    }
    return draws.map((draw) => first.get(draw) ?? NaN);
  }

  /** Answers what took effect; the others met another process. */
  private async try(draws: readonly Draw[]): Promise<readonly Move[]> {
    const stored = await this.lookUp(draws.map(({ name }) => name).filter((name) => !this.known.has(name)));
    const moves = draws.map((draw) => moveOf(draw, this.known.get(draw.name) ?? stored.get(draw.name)));
    for (const { name } of draws) this.known.delete(name);
    const beaten = await this.save(moves);
    const done = moves.filter((_, i) => !beaten.has(i));
    for (const { draw, after } of done) this.known.set(draw.name, after);
    return done;
  }

  private async lookUp(names: readonly string[]): Promise<ReadonlyMap<string, NumberDocument>> {
    if (names.length === 0) return new Map();
    const found = await this.documents.find({ _id: { $in: [...names] } }).toArray();
    return new Map(found.map((document) => [document._id, document]));
  }

  /** Each by compare-and-set: one that was beaten falls through to an insert and meets its own key. */
  private save(moves: readonly Move[]): Promise<ReadonlySet<number>> {
    return runBulk(() =>
      this.documents.bulkWrite(
        moves.map(({ before, after }) =>
          before
            ? { replaceOne: { filter: sameAs(before), replacement: after, upsert: true } }
            : { insertOne: { document: after } },
        ),
        { ordered: false },
      ),
    );
  }
}

/** Numbers only grow, so that equal numbers are an unchanged document. */
function sameAs({ _id, period, value, previous }: NumberDocument): mongo.Filter<NumberDocument> {
  return { _id, period, value, ...(previous ? { 'previous.value': previous.value } : {}) };
}

function moveOf(draw: Draw, before: NumberDocument | undefined): Move {
  const { name: _id, period, count } = draw;
  if (!before) return { draw, before, after: { _id, period, value: count }, first: 1 };
  const { previous } = before;
  if (before.period === period) {
    const value = before.value + count;
    return { draw, before, after: { ...before, value }, first: value - count + 1 };
  }
  if (previous?.period === period) {
    const value = previous.value + count;
    return { draw, before, after: { ...before, previous: { period, value } }, first: value - count + 1 };
  }
  const left = { period: before.period, value: before.value };
  return { draw, before, after: { _id, period, value: count, previous: left }, first: 1 };
}

function onePerName(draws: readonly Draw[]): readonly Draw[] {
  const first = new Map<string, Draw>();
  for (const draw of draws) if (!first.has(draw.name)) first.set(draw.name, draw);
  return [...first.values()];
}
