import { BadSetting } from '@lienthong/platform';
import { samplePeriod } from './sample-period';

const instant = (text: string): number => Date.parse(text);

describe('samplePeriod', () => {
  it('is a month that ends a month before the start', () => {
    expect(samplePeriod(instant('2026-11-16T08:00:00+07:00'))).toEqual({
      begin: instant('2026-09-17T00:00:00+07:00'),
      from: '2026-09-17',
      to: '2026-10-17',
    });
  });

  it.each(['2023-09-08T00:00:00+07:00', '2050-12-31T23:59:59+07:00'])('allows a start at %s', (start) => {
    expect(() => samplePeriod(instant(start))).not.toThrow();
  });

  it.each(['2023-09-07T23:59:59+07:00', '2051-01-01T00:00:00+07:00'])(
    'refuses a start at %s in one line that names what is allowed',
    (start) => {
      expect(() => samplePeriod(instant(start))).toThrow(BadSetting);
      expect(() => samplePeriod(instant(start))).toThrow(
        /^--start is ".*\+07:00": allowed is from 2023-09-08 to 2050-12-31 /,
      );
    },
  );
});
