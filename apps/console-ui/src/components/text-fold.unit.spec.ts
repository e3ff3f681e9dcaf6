import { fold } from './text-fold';

describe('fold', () => {
  it('drops the marks of Vietnamese letters', () => {
    expect(fold('Phường Ba Đình')).toBe('phuong ba dinh');
    expect(fold('Thừa Thiên Huế')).toBe('thua thien hue');
  });
});
