import { GeographyDataError, createGeography } from '.';

const provinces = 'code,name,population\n04,Cao Bằng,573119\n01,Hà Nội,8807523\n';
const communes =
  'code,name,provinceCode\r\n01273,Phường Thục Phán,04\r\n00008,Phường Ngọc Hà,01\r\n00004,Phường Ba Đình,01';

describe('createGeography', () => {
  const geography = createGeography(provinces, communes);

  it('looks up by code', () => {
    expect(geography.province('01')).toEqual({ code: '01', name: 'Hà Nội', population: 8_807_523 });
    expect(geography.commune('01273')).toEqual({
      code: '01273',
      name: 'Phường Thục Phán',
      provinceCode: '04',
    });
    expect(geography.provinceOfCommune('00008')?.name).toBe('Hà Nội');
    expect(geography.isProvince('04')).toBe(true);
    expect(geography.isCommune('00008')).toBe(true);
  });

  it('lists by code whatever the order of the rows', () => {
    expect(geography.provinces.map(({ code }) => code)).toEqual(['01', '04']);
    expect(geography.communesOf('01').map(({ code }) => code)).toEqual(['00004', '00008']);
    expect(geography.communes).toHaveLength(3);
  });

  it('knows nothing of other codes', () => {
    expect(geography.province('1')).toBeUndefined();
    expect(geography.commune('4')).toBeUndefined();
    expect(geography.provinceOfCommune('99999')).toBeUndefined();
    expect(geography.communesOf('99')).toEqual([]);
    expect(geography.isProvince('constructor')).toBe(false);
    expect(geography.isCommune('01')).toBe(false);
  });
});

describe('a malformed list', () => {
  const P = 'code,name,population';
  const C = 'code,name,provinceCode';
  it.each([
    [`code;name;population`, communes, 'provinces.csv, line 1: the header must be code,name,population'],
    [`\uFEFF${P}`, communes, 'provinces.csv, line 1: the header must be code,name,population'],
    [`${P}\n01,Hà Nội`, communes, 'provinces.csv, line 2: three fields expected, found 2'],
    [`${P}\n01,Hà Nội,1,2`, communes, 'provinces.csv, line 2: three fields expected, found 4'],
    [`${P}\n01,Hà Nội,1\n\n04,Cao Bằng,1`, communes, 'provinces.csv, line 3: three fields expected, found 1'],
    [`${P}\n1,Hà Nội,1`, communes, 'provinces.csv, line 2: not a two-digit code: 1'],
    [`${P}\n01,Hà Nội,1\n01,Hà Nội,1`, communes, 'provinces.csv, line 3: code listed twice: 01'],
    [`${P}\n01,Hà Nội,0`, communes, 'provinces.csv, line 2: not a population: 0'],
    [`${P}\n01,Hà Nội,1e6`, communes, 'provinces.csv, line 2: not a population: 1e6'],
    [`${P}\n01,,1`, communes, 'provinces.csv, line 2: not a name: ""'],
    [`${P}\n01, Hà Nội,1`, communes, 'provinces.csv, line 2: not a name: " Hà Nội"'],
    [`${P}\n01,"Hà Nội",1`, communes, 'provinces.csv, line 2: not a name: "\\"Hà Nội\\""'],
    [provinces, '', 'communes.csv, line 1: the header must be code,name,provinceCode'],
    [provinces, `${C}\n004,Phường Ba Đình,01`, 'communes.csv, line 2: not a five-digit code: 004'],
    [provinces, `${C}\n00004,Phường Ba Đình,02`, 'communes.csv, line 2: unknown province: 02'],
    [provinces, `${C}\n00004,A,01\n00004,B,01`, 'communes.csv, line 3: code listed twice: 00004'],
  ])('is refused with its place: %#', (provincesCsv, communesCsv, message) => {
    expect(() => createGeography(provincesCsv, communesCsv)).toThrow(message);
    expect(() => createGeography(provincesCsv, communesCsv)).toThrow(GeographyDataError);
  });
});
