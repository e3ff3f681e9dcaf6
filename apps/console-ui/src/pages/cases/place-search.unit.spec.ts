import { matching, mentions } from './place-search';

describe('searching for a place', () => {
  it('does without marks', () => {
    expect(mentions('Phường Ba Đình, Hà Nội', 'ba dinh')).toBe(true);
    expect(mentions('Phường Ba Đình, Hà Nội', 'hà nội ba đình')).toBe(true);
    expect(mentions('Xã Đại An, Vĩnh Long', 'dai lon')).toBe(true);
    expect(mentions('Xã Đại An, Vĩnh Long', 'ba dinh')).toBe(false);
  });

  it('finds everything for nothing, but never more than the limit', () => {
    const options = Array.from({ length: 3_321 }, (_, n) => ({ label: `Xã ${n}`, value: String(n) }));
    expect(matching(options, '', 50)).toHaveLength(50);
    expect(matching(options, 'xa 3320', 50)).toEqual([{ label: 'Xã 3320', value: '3320' }]);
    expect(matching(options, 'xyz', 50)).toEqual([]);
  });
});
