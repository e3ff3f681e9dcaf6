import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGeography, type FormerCommune, GeographyDataError, OFFICIAL_LISTS } from '.';
import { readFormerCommunes } from './former-communes';

const read = (name: string): string => readFileSync(join(OFFICIAL_LISTS, name), 'utf8');
const [PROVINCES, COMMUNES] = [read('provinces.csv'), read('communes.csv')];
const geography = createGeography(PROVINCES, COMMUNES, () => read('former-communes.csv'));

describe('the official communes of before 1/7/2025', () => {
  const former: readonly FormerCommune[] = [
    ...readFormerCommunes(read('former-communes.csv'), (code) => geography.isCommune(code)).values(),
  ];

  it('are 10,033, of which 441 went to more than one commune', () => {
    expect(former).toHaveLength(10_033);
    expect(former.filter(({ communes }) => communes.length > 1)).toHaveLength(441);
    expect(former.filter(({ communes }) => new Set(communes).size < communes.length)).toEqual([]);
  });

  it('make up every commune of today, but for the five island districts that had no communes', () => {
    const reached = new Set(former.flatMap(({ communes }) => communes));
    expect(geography.communes.filter(({ code }) => !reached.has(code)).map(({ name }) => name)).toEqual([
      'Đặc khu Bạch Long Vĩ',
      'Đặc khu Cồn Cỏ',
      'Đặc khu Hoàng Sa',
      'Đặc khu Lý Sơn',
      'Đặc khu Côn Đảo',
    ]);
  });

  it('give a code of before to the commune that bears its people, whatever code that has', () => {
    const names = (code: string): (string | undefined)[] | undefined =>
      geography.formerCommune(code)?.communes.map((target) => geography.commune(target)?.name);
    expect(names('00001')).toEqual(['Phường Hồng Hà']);
    expect(names('00004')).toEqual(['Phường Ba Đình']);
    expect(names('00073')?.[0]).toBe('Phường Cửa Nam');
    expect(names('00226')).toEqual(['Phường Kim Liên', 'Phường Văn Miếu - Quốc Tử Giám']);
    expect(names('20137')).toEqual(['Xã Chân Mây – Lăng Cô']);
    expect(names('00002')).toBeUndefined();
  });

  it('lie in the province of today that their people belong to', () => {
    expect(geography.provinceOfCommune('00001')?.name).toBe('Hà Nội');
    expect(geography.isCommune('00001')).toBe(false);
  });
});

describe('the list of former communes', () => {
  it('is read at the first look-up, and once', () => {
    const readFormer = jest.fn(() => 'code,name,communes\n00001,Phường Phúc Xá,00097\n');
    const lazy = createGeography(PROVINCES, COMMUNES, readFormer);
    expect(readFormer).not.toHaveBeenCalled();
    expect(lazy.formerCommune('00001')?.name).toBe('Phường Phúc Xá');
    expect(lazy.formerCommune('00003')).toBeUndefined();
    expect(readFormer).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['1,Phường Phúc Xá,00097', 'not a five-digit code: 1'],
    ['00001,Phường Phúc Xá,00002', 'unknown commune: 00002'],
    ['00001,Phường Phúc Xá,', 'unknown commune: '],
    ['00001,Phường Phúc Xá,00097\n00001,Phường Phúc Xá,00097', 'codes must ascend, each once: 00001'],
  ])('refuses %j', (rows, problem) => {
    const broken = createGeography(PROVINCES, COMMUNES, () => `code,name,communes\n${rows}`);
    expect(() => broken.formerCommune('00001')).toThrow(GeographyDataError);
    expect(() => broken.formerCommune('00001')).toThrow(problem);
  });
});
