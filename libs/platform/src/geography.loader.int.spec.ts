import { loadGeography } from './geography.loader';

describe('loadGeography', () => {
  it('finds the official lists above itself and reads them once', () => {
    expect(loadGeography().commune('00004')).toEqual({
      code: '00004',
      name: 'Phường Ba Đình',
      provinceCode: '01',
    });
    expect(loadGeography()).toBe(loadGeography());
  });
});
