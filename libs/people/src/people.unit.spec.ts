import {
  AGE_LIMITS,
  ageRange,
  canonicalEthnicity,
  compareKnown,
  ETHNICITIES,
  isSurelyOutside,
  nameKey,
} from '.';

describe('ethnicity', () => {
  it('is one of 54, numbered without a gap, and no spelling stands for two', () => {
    expect(ETHNICITIES.map(({ code }) => Number(code))).toEqual(Array.from({ length: 54 }, (_, i) => i + 1));
    for (const { name, variants } of ETHNICITIES) {
      for (const spelling of [name, ...variants, name.toUpperCase(), name.normalize('NFD')])
        expect([spelling, canonicalEthnicity(spelling)]).toEqual([spelling, name]);
    }
  });

  it.each([
    ["H'Mông", 'Mông'],
    ['H’mông', 'Mông'],
    ['Mông', 'Mông'],
    ['Ê-đê', 'Ê Đê'],
    ['ê đê', 'Ê Đê'],
    ['Việt', 'Kinh'],
    ['  kinh ', 'Kinh'],
    ['Khơ-me', 'Khmer'],
    ['Gia-rai', 'Gia Rai'],
    ['Bru-Vân Kiều', 'Bru - Vân Kiều'],
    ['Không rõ', 'unknown'],
    ['unknown', 'unknown'],
    ['Martian', undefined],
    ['', undefined],
    ['01', undefined],
  ])('%j is %j', (text, expected) => expect(canonicalEthnicity(text)).toBe(expected));
});

describe('dates that are known in part', () => {
  it.each([
    ['1935', '1935-06-01', 0],
    ['1935', '1936-06-01', -1],
    ['1935-07', '1935-06-30', 1],
    ['2026-11-15', '2026-11-15T03:20', 0],
  ])('%s against %s', (a, b, order) => expect(Math.sign(compareKnown(a, b))).toBe(order));

  it.each([
    ['1990-07-20', '2026-07-19', 35, 35],
    ['1990-07-20', '2026-07-20T01:00', 36, 36],
    ['1990-07', '2026-07-20', 35, 36],
    ['1990-07', '2026-08-01', 36, 36],
    ['1990', '2026-07-20', 35, 36],
    ['1990-07-20', '2026', 35, 36],
    ['1990-07-20', '2026-07', 35, 36],
    ['2027', '2026-07-20', -2, -1],
  ])('born %s, at %s: %i to %i', (born, at, min, max) => expect(ageRange(born, at)).toEqual({ min, max }));

  it('are outside limits only where no completion lies inside', () => {
    const { possible } = AGE_LIMITS.mother;
    expect(isSurelyOutside(ageRange('2017-01-01', '2026-06-01'), possible)).toBe(true);
    expect(isSurelyOutside(ageRange('2016', '2026-06-01'), possible)).toBe(false);
    expect(isSurelyOutside(ageRange('1950', '2026-06-01'), possible)).toBe(false);
    expect(isSurelyOutside(ageRange('1949', '2026-06-01'), possible)).toBe(true);
  });
});

describe('names as they are compared', () => {
  it.each([
    ['Nguyễn  Thị Hòa', 'nguyễn thị hoà'],
    ['Đỗ Thúy', 'ĐỖ THUÝ'],
    ["K'Brơi", 'K Brơi'],
    ['Trần Bình'.normalize('NFD'), 'Trần Bình'],
  ])('%j is %j', (a, b) => expect(nameKey(a)).toBe(nameKey(b)));

  it('tells accents apart, as the names of twins may', () => {
    expect(nameKey('Bình')).not.toBe(nameKey('Bính'));
    expect(nameKey('Hồng')).not.toBe(nameKey('Hông'));
  });
});
