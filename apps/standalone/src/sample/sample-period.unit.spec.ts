import { samplePeriod } from './sample-period';

describe('samplePeriod', () => {
  it('lies 60 to 30 days before the start, from midnight in Vietnam', () => {
    const start = Date.UTC(2026, 10, 16, 1);
    expect(samplePeriod(start)).toEqual({
      begin: Date.UTC(2026, 8, 16, 17),
      from: '2026-09-17',
      to: '2026-10-17',
    });
  });

  it('refuses to lie before the service existed, and says what to do', () => {
    expect(() => samplePeriod(Date.UTC(2023, 7, 1))).toThrow('--sample 0 starts empty');
  });
});
