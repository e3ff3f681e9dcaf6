import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGeography, OFFICIAL_LISTS } from '@lienthong/geography';
import { addressIn } from './addresses';
import { Facilities } from './facilities';
import { fullNameOf, isMatrilineal, surnameOf } from './names';
import { PersonalIds } from './personal-ids';
import { Places } from './places';
import { Random } from './random';

const geography = createGeography(
  readFileSync(join(OFFICIAL_LISTS, 'provinces.csv'), 'utf8'),
  readFileSync(join(OFFICIAL_LISTS, 'communes.csv'), 'utf8'),
);
const NAME = /^[\p{L}\p{M}][\p{L}\p{M} .'’-]*$/u;

function times<T>(count: number, make: (random: Random) => T, seed = 5): readonly T[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => make(random));
}

describe('homes', () => {
  it('are in every one of the 3,321 communes, provinces by population', () => {
    const places = new Places(geography);
    const found = times(200_000, (random) => places.commune(places.province(random).code, random));
    expect(new Set(found.map(({ code }) => code)).size).toBe(geography.communes.length);
    const people = geography.provinces.reduce((sum, { population }) => sum + population, 0);
    for (const { code, population } of geography.provinces) {
      const share = found.filter(({ provinceCode }) => provinceCode === code).length / found.length;
      expect(Math.abs(share - population / people)).toBeLessThan(0.003);
    }
  });

  it.each([
    ['01', 'Phường', /^Số \d+(\/\d+)? đường .+, Tổ dân phố \d+$/],
    ['79', 'Phường', /^Số \d+(\/\d+)? đường .+, Khu phố \d+$/],
    ['11', 'Xã', /^(Bản|Thôn|Xóm) /],
    ['33', 'Xã', /^(Thôn|Xóm|Đội) /],
    ['66', 'Xã', /^(Buôn|Làng|Thôn) /],
    ['96', 'Xã', /^Ấp /],
  ])('in province %s, %s, have addresses as people there have', (provinceCode, kind, pattern) => {
    const commune = geography.communesOf(provinceCode).find(({ name }) => name.startsWith(kind))!;
    for (const { communeCode, detail } of times(200, (random) => addressIn(commune, random))) {
      expect(communeCode).toBe(commune.code);
      expect(detail).toMatch(pattern);
    }
  });
});

describe('names', () => {
  const kinh = (birthYear: number, sex: 'male' | 'female'): readonly string[] =>
    times(2_000, (random) => fullNameOf({ surname: 'Lê', ethnicity: 'Kinh', sex, birthYear }, random));
  const share = (names: readonly string[], part: string): number =>
    names.filter((name) => name.split(' ')[1] === part).length / names.length;

  it('follow the fashion of the time', () => {
    expect(share(kinh(1945, 'female'), 'Thị')).toBeGreaterThan(0.8);
    expect(share(kinh(1990, 'female'), 'Thị')).toBeGreaterThan(0.45);
    expect(share(kinh(2024, 'female'), 'Thị')).toBeLessThan(0.1);
    expect(kinh(1990, 'male').every((name) => name.split(' ').length === 3)).toBe(true);
    const four = kinh(2024, 'male').filter((name) => name.split(' ').length === 4).length / 2_000;
    expect(four).toBeGreaterThan(0.2);
    expect(four).toBeLessThan(0.35);
  });

  it('of a newborn may hold the surname of the mother', () => {
    const names = times(2_000, (random) =>
      fullNameOf(
        { surname: 'Lê', ethnicity: 'Kinh', sex: 'male', birthYear: 2024, motherSurname: 'Trần' },
        random,
      ),
    );
    expect(share(names, 'Trần')).toBeGreaterThan(0.07);
  });

  it.each(['Kinh', 'Mông', 'Thái', 'Dao', 'Khmer', 'Ê Đê', 'Gia Rai', 'Cơ Ho', 'Raglay', 'Bru - Vân Kiều'])(
    'of the %s people are names, in composed letters, no word twice in a row',
    (ethnicity) => {
      for (const sex of ['male', 'female'] as const) {
        for (const birthYear of [1940, 1985, 2023]) {
          const naming = { ethnicity, sex, birthYear };
          for (const name of times(150, (random) =>
            fullNameOf({ ...naming, surname: surnameOf(ethnicity, random) }, random),
          )) {
            expect(name).toMatch(NAME);
            expect(name.normalize('NFC')).toBe(name);
            const [, ...own] = name.split(' ');
            expect(own.filter((word, i) => word === own[i + 1])).toEqual([]);
          }
        }
      }
    },
  );

  it('go by custom: the clan of an Ê Đê comes last and is the mother’s', () => {
    const names = times(100, (random) =>
      fullNameOf({ surname: 'Niê', ethnicity: 'Ê Đê', sex: 'female', birthYear: 2000 }, random),
    );
    expect(names.filter((name) => /^H'\S+ Niê$/.test(name)).length).toBeGreaterThan(60);
    expect(isMatrilineal('Ê Đê')).toBe(true);
    expect(isMatrilineal('Kinh')).toBe(false);
  });
});

describe('personal ids', () => {
  it('are given once each, whatever the order, and end when the six digits do', () => {
    const random = new Random(1);
    const ids = new PersonalIds(9, random);
    const given = new Uint8Array(1_000_000);
    for (let i = 0; i < given.length; i++) given[Number(ids.next('01', 'male', '1990-05-05').slice(6))] = 1;
    expect(given.every((once) => once === 1)).toBe(true);
    expect(() => ids.next('01', 'male', '1990-01-01')).toThrow('all personal ids that begin with 001090');
    expect(ids.next('01', 'female', '1990-05-05')).toMatch(/^001190/);
    expect(ids.next('01', 'male', '2003-05-05')).toMatch(/^001203/);
  });
});

describe('facilities', () => {
  it('are found in every province, with the name and place of their code', () => {
    const facilities = new Facilities(geography);
    const random = new Random(4);
    for (const { code } of geography.provinces) {
      const names = new Map<string, string>();
      for (let i = 0; i < 100; i++) {
        const facility = facilities.pick(code, random);
        expect(facility.code.slice(0, 2)).toBe(code);
        expect(geography.provinceOfCommune(facility.address.communeCode)?.code).toBe(code);
        expect(names.get(facility.code) ?? facility.name).toBe(facility.name);
        names.set(facility.code, facility.name);
      }
      expect(names.size).toBeGreaterThanOrEqual(8);
    }
  });

  it('number their notices by year, up to 99,999', () => {
    const facilities = new Facilities(geography);
    const facility = facilities.pick('01', new Random(4));
    for (let i = 1; i < 99_999; i++) facilities.noticeNumber(facility, '2024-01-01');
    expect(facilities.noticeNumber(facility, '2024-12-31')).toBe(`99999.GCS.${facility.code}.24`);
    expect(facilities.noticeNumber(facility, '2025-01-01')).toBe(`00001.GCS.${facility.code}.25`);
    expect(() => facilities.noticeNumber(facility, '2024-12-31')).toThrow(RangeError);
  });
});
