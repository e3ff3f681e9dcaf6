import { type mongo } from 'mongoose';
import { isDuplicateKey } from '../documents/bulk-outcome';

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

/** Running numbers of a service, drawn in blocks of as many as are wanted at once. A crash leaves gaps, never a repetition. */
export class RunningNumbers {
  constructor(private readonly documents: mongo.Collection<NumberDocument>) {}

  /** Draws `count` numbers in a row; answers the first. */
  async draw(name: string, period: string, count: number): Promise<number> {
    for (;;) {
      const last =
        (await this.goOn(name, period, count)) ??
        (await this.goOnBefore(name, period, count)) ??
        (await this.begin(name, period, count));
      if (last !== undefined) return last - count + 1;
    }
  }

  private async goOn(name: string, period: string, count: number): Promise<number | undefined> {
    const after = await this.documents.findOneAndUpdate(
      { _id: name, period },
      { $inc: { value: count } },
      { returnDocument: 'after' },
    );
    return after?.value;
  }

  private async goOnBefore(name: string, period: string, count: number): Promise<number | undefined> {
    const after = await this.documents.findOneAndUpdate(
      { _id: name, 'previous.period': period },
      { $inc: { 'previous.value': count } },
      { returnDocument: 'after' },
    );
    return after?.previous?.value;
  }

  /** Undefined when another process came first. */
  private async begin(name: string, period: string, count: number): Promise<number | undefined> {
    const current = await this.documents.findOne({ _id: name });
    if (!current) return this.create({ _id: name, period, value: count });
    if (current.period === period || current.previous?.period === period) return undefined;
    const previous = { period: current.period, value: current.value };
    const { matchedCount } = await this.documents.updateOne(
      { _id: name, ...previous },
      { $set: { period, value: count, previous } },
    );
    return matchedCount === 1 ? count : undefined;
  }

  private async create(first: NumberDocument): Promise<number | undefined> {
    try {
      await this.documents.insertOne(first);
      return first.value;
    } catch (error) {
      if (isDuplicateKey(error)) return undefined;
      throw error;
    }
  }
}
