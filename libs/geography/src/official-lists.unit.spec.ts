import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  LEGACY_PROVINCES,
  OFFICIAL_LISTS,
  createGeography,
  legacyProvince,
  survivingProvince,
  twoTierFrom,
} from '.';

const read = (name: string): string => readFileSync(join(OFFICIAL_LISTS, name), 'utf8');
const geography = createGeography(read('provinces.csv'), read('communes.csv'));

/** Communes of each province by QĐ 19/2025/QĐ-TTg. */
// prettier-ignore
const COMMUNES = {
  '01': 126, '04': 56, '08': 124, '11': 45, '12': 38, '14': 75, '15': 99, '19': 92, '20': 65, '22': 54, '24': 99, '25': 148,
  '31': 114, '33': 104, '37': 129, '38': 166, '40': 130, '42': 69, '44': 78, '46': 40, '48': 94, '51': 96, '52': 135, '56': 65,
  '66': 102, '68': 124, '75': 95, '79': 168, '80': 96, '82': 102, '86': 124, '91': 102, '92': 103, '96': 64,
};

describe('the official lists', () => {
  it('have 34 provinces and 3,321 communes', () => {
    expect(geography.provinces).toHaveLength(34);
    expect(geography.communes).toHaveLength(3_321);
  });

  it('have the decreed number of communes in every province', () => {
    const counted = Object.fromEntries(
      geography.provinces.map(({ code }) => [code, geography.communesOf(code).length]),
    );
    expect(counted).toEqual(COMMUNES);
  });

  it('hold about a hundred million people', () => {
    const people = geography.provinces.reduce((sum, { population }) => sum + population, 0);
    expect(people).toBeGreaterThan(95_000_000);
    expect(people).toBeLessThan(120_000_000);
  });
});

describe('the provinces of before 1/7/2025', () => {
  it('are 63, each once, and every one is part of a province of today', () => {
    expect(new Set(LEGACY_PROVINCES.map(({ code }) => code)).size).toBe(63);
    expect(LEGACY_PROVINCES.filter(({ survivor }) => !geography.isProvince(survivor))).toEqual([]);
  });

  it('make up every province of today, which keeps its own code', () => {
    expect(new Set(LEGACY_PROVINCES.map(({ survivor }) => survivor)).size).toBe(34);
    for (const { code } of geography.provinces) expect(survivingProvince(code)).toBe(code);
  });

  it('map 29 codes to another', () => {
    expect(LEGACY_PROVINCES.filter(({ code, survivor }) => code !== survivor)).toHaveLength(29);
    expect([survivingProvince('02'), survivingProvince('77'), survivingProvince('89')]).toEqual([
      '08',
      '79',
      '91',
    ]);
    expect(survivingProvince('03')).toBeUndefined();
  });

  it('may have lent a code to a province of another name', () => {
    const renamed = LEGACY_PROVINCES.filter(
      ({ code, name }) => geography.isProvince(code) && geography.province(code)?.name !== name,
    );
    expect(renamed.map(({ code, name }) => `${code} ${name}`)).toEqual([
      '15 Yên Bái',
      '24 Bắc Giang',
      '44 Quảng Bình',
      '52 Bình Định',
      '80 Long An',
      '82 Tiền Giang',
      '91 Kiên Giang',
    ]);
    expect(legacyProvince('10')?.name).toBe(geography.province('15')?.name);
  });

  it('end with two-tier government', () => {
    expect(twoTierFrom).toBe('2025-07-01');
  });
});
