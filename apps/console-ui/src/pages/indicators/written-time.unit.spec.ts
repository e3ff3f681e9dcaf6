import { writtenTime } from './written-time';

describe('writtenTime', () => {
  it('writes days and months the Vietnamese way', () => {
    expect(writtenTime('day', '2026-11-22', 'en')).toBe('22/11/2026');
    expect(writtenTime('month', '2026-11', 'vi')).toBe('11/2026');
  });

  it('names weeks by their number, or by their first day', () => {
    expect(writtenTime('week', '2026-W47', 'vi')).toBe('Tuần 47/2026');
    expect(writtenTime('week', '2026-W47', 'en')).toBe('Week 47/2026');
    expect(writtenTime('week', '2026-11-16', 'vi')).toBe('16/11/2026');
  });
});
