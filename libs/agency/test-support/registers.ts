import { type DecisionContext, type Needs } from '@lienthong/engine';

/** What a store holds beside the aggregates: claims and running numbers, in memory. */
export class Registers {
  readonly claims = new Map<string, string>();
  private readonly numbers = new Map<string, number>();

  /** Takes what is needed and answers as the engine does: only what was asked for is known. */
  reserve(owner: string, needs: Needs | undefined, now: number): DecisionContext {
    const owners = new Map<string, string | undefined>();
    for (const key of needs?.claims ?? []) {
      if (!this.claims.has(key)) this.claims.set(key, owner);
      owners.set(key, this.claims.get(key));
    }
    for (const key of needs?.lookups ?? []) owners.set(key, this.claims.get(key));
    const drawn = new Map<string, number>();
    for (const { name, period } of needs?.numbers ?? []) {
      const next = (this.numbers.get(`${name} ${period}`) ?? 0) + 1;
      this.numbers.set(`${name} ${period}`, next);
      drawn.set(name, next);
    }
    return {
      now,
      id: owner,
      owner: (key) => {
        if (!owners.has(key)) throw new Error(`${key} was not asked for`);
        return owners.get(key);
      },
      number: (name) => {
        const number = drawn.get(name);
        if (number === undefined) throw new Error(`number ${name} was not asked for`);
        return number;
      },
    };
  }

  /** Takes what nobody holds. */
  claim(owner: string, keys: readonly string[]): void {
    for (const key of keys) if (!this.claims.has(key)) this.claims.set(key, owner);
  }

  release(owner: string, keys: readonly string[]): void {
    for (const key of keys) if (this.claims.get(key) === owner) this.claims.delete(key);
  }
}
