import * as fc from 'fast-check';
import { KnownKeys } from './known-keys';

describe('KnownKeys', () => {
  it('never denies a key that was added', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 200 }), (keys) => {
        const known = new KnownKeys(true, 100);
        for (const key of keys) known.add(key);
        expect(keys.every((key) => known.mayHave(key))).toBe(true);
      }),
    );
  });

  it('denies nearly all others', () => {
    const known = new KnownKeys(true, 10_000);
    for (let i = 0; i < 10_000; i++) known.add(`G22.99.08-20240304-${i}`);
    const taken = Array.from({ length: 10_000 }, (_, i) => known.mayHave(`G22.99.09-20240305-${i}`));
    expect(taken.filter(Boolean).length).toBeLessThan(400);
  });

  it('denies nothing of a table that held rows before it was asked', () => {
    expect(new KnownKeys(false, 10).mayHave('any')).toBe(true);
  });
});
