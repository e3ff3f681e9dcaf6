import { Families, FAMILIES_KEPT, type Family } from './families';
import { Random } from './random';

function family(lastBornAt: number): Family {
  const mother = {
    fullName: 'Trần Thị Bình',
    surname: 'Trần',
    personalId: '001192054321',
    dateOfBirth: '1992-03-05',
    sex: 'female',
    ethnicity: 'Kinh',
  } as const;
  return {
    mother,
    father: undefined,
    grandparent: undefined,
    home: { code: '00004', name: 'Phường Ba Đình', provinceCode: '01' },
    residence: { communeCode: '00004' },
    children: [],
    applicants: [],
    lastBornAt,
    lastFiledAt: lastBornAt,
  };
}

function drawn(families: Families, draws: number): readonly number[] {
  return Array.from({ length: draws }, () => families.find(() => true)!.lastBornAt);
}

describe('Families', () => {
  it('keeps all while they are few, and a bounded uniform sample when they are many', () => {
    const families = new Families(new Random(1));
    for (let i = 0; i < 10 * FAMILIES_KEPT; i++) families.add(family(i));
    const found = drawn(families, 40_000);
    expect(new Set(found).size).toBeLessThanOrEqual(FAMILIES_KEPT);
    for (let tenth = 0; tenth < 10; tenth++) {
      const share = found.filter((at) => Math.floor(at / FAMILIES_KEPT) === tenth).length / found.length;
      expect(Math.abs(share - 0.1)).toBeLessThan(0.02);
    }
  });

  it('finds nobody in an empty register, and nobody who does not fit', () => {
    const families = new Families(new Random(2));
    expect(families.find(() => true)).toBeUndefined();
    families.add(family(1));
    expect(families.find(({ lastBornAt }) => lastBornAt > 1)).toBeUndefined();
  });

  it('forgets exactly the family that is removed, once or twice', () => {
    const families = new Families(new Random(3));
    const all = [family(1), family(2), family(3)];
    all.forEach((one) => families.add(one));
    families.remove(all[0]!);
    families.remove(all[0]!);
    expect(new Set(drawn(families, 200))).toEqual(new Set([2, 3]));
  });
});
