import { MAX_DURATION_MS, parseDuration } from './iso-duration';

const HOUR = 3_600_000;

describe('parseDuration', () => {
  it.each([
    ['P3D', 72 * HOUR],
    ['PT4H', 4 * HOUR],
    ['P1W', 168 * HOUR],
    ['P1DT2H30M', 26.5 * HOUR],
    ['PT0.5S', 500],
    ['PT1.25S', 1_250],
    ['PT0S', 0],
    ['P366D', MAX_DURATION_MS],
  ])('%s', (text, ms) => expect(parseDuration(text)).toEqual({ ms }));

  it.each([
    ['P1M', 'duration-not-exact'],
    ['P1Y', 'duration-not-exact'],
    ['P1Y2M3DT4H', 'duration-not-exact'],
    ['P367D', 'duration-too-long'],
    ['P', 'not-a-duration'],
    ['PT', 'not-a-duration'],
    ['P1DT', 'not-a-duration'],
    ['3 days', 'not-a-duration'],
    ['-P1D', 'not-a-duration'],
    ['P1.5D', 'not-a-duration'],
    ['PT1H1D', 'not-a-duration'],
    ['p3d', 'not-a-duration'],
    ['', 'not-a-duration'],
  ])('not %s: %s', (text, code) => expect(parseDuration(text)).toEqual({ code }));
});
