import { type CaseSelection } from '@lienthong/contracts';
import { fromCursor, toCursor } from './case-cursor';
import { endOfWorkingDay } from './due-within';
import { conditionsOf, type KnownElsewhere } from './selection-conditions';

/** A Friday. */
const NOW = Date.parse('2026-11-20T09:00:00+07:00');
const STANDING = ['G22.99.08-20261116-0000001'];

const OWNERLESS = ['G22.99.08-20261116-0000001', 'G22.99.08-20261116-0000002'];

const elsewhere: KnownElsewhere = { standing: async () => STANDING, ownerless: async () => OWNERLESS };

describe('a selection as conditions', () => {
  it('asks which cases stand still only where it matters', async () => {
    const asked = (): Promise<never> => Promise.reject(new Error('asked'));
    const never = { standing: asked, ownerless: asked };
    await expect(conditionsOf({ province: '01' }, NOW, never)).resolves.toMatchObject({
      where: { province: '01' },
    });
    await expect(conditionsOf({ incident: true }, NOW, never)).rejects.toThrow('asked');
    await expect(conditionsOf({ withoutOwner: false }, NOW, never)).rejects.toThrow('asked');
  });

  it.each<[CaseSelection, object]>([
    [{ incident: true }, { ids: STANDING }],
    [{ incident: false }, { exceptIds: STANDING }],
    [{ withoutOwner: true }, { ids: OWNERLESS }],
    [{ withoutOwner: false }, { exceptIds: OWNERLESS }],
    [{ incident: true, withoutOwner: true }, { ids: STANDING }],
    [
      { incident: false, withoutOwner: true },
      { ids: OWNERLESS, exceptIds: STANDING },
    ],
    [{ incident: false, withoutOwner: false }, { exceptIds: [...STANDING, ...OWNERLESS] }],
  ])('takes %j by the numbers that others name', async (selection, expected) => {
    const { where: _where, ranges: _ranges, ...named } = await conditionsOf(selection, NOW, elsewhere);
    expect(named).toEqual(expected);
  });

  it('takes a limit as a day in Vietnam or as an instant, also with an unescaped plus sign', async () => {
    const from = Date.parse('2026-11-16T00:00:00+07:00');
    const { ranges } = await conditionsOf(
      { from: '2026-11-16', to: '2026-11-16T08:00:00 07:00' },
      NOW,
      elsewhere,
    );
    expect(ranges).toEqual([{ facet: 'submittedAt', from, to: from + 8 * 3_600_000 }]);
  });

  it('counts working days over the weekend', () => {
    expect(endOfWorkingDay(NOW, 0)).toBe(Date.parse('2026-11-21T00:00:00+07:00'));
    expect(endOfWorkingDay(NOW, 1)).toBe(Date.parse('2026-11-24T00:00:00+07:00'));
  });
});

describe('a cursor', () => {
  it('is read back, and what is none is told', () => {
    const position = { value: 1_795_000_000_123, id: 'G22.99.08-20261116-0000001' };
    expect(fromCursor(toCursor(position))).toEqual(position);
    const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const text of ['', 'x', encoded(null), encoded({}), encoded(['a', position.id]), encoded([1, 'b'])])
      expect(fromCursor(text)).toBeUndefined();
  });
});
