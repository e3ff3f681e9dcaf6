import { closedSpans, rangeOf, shareOf, ticksOf } from './scale';

const at = (local: string): number => Date.parse(`${local}+07:00`);
const local = (ms: number): string => new Date(ms + 7 * 3_600_000).toISOString().slice(0, 16);

describe('the scale of a timeline', () => {
  it('says how far an instant lies along a range, never beyond its ends', () => {
    const range = { from: 100, to: 300 };
    expect([50, 100, 150, 300, 900].map((ms) => shareOf(range, ms))).toEqual([0, 0, 0.25, 1, 1]);
    expect(shareOf({ from: 5, to: 5 }, 5)).toBe(0);
  });

  it('leaves air around what it shows, also around a single instant', () => {
    const range = rangeOf([at('2026-11-16T08:00'), at('2026-11-16T18:00')]);
    expect([local(range.from), local(range.to)]).toEqual(['2026-11-16T07:48', '2026-11-16T18:12']);
    expect(rangeOf([at('2026-11-16T08:00')]).to).toBeGreaterThan(at('2026-11-16T08:00'));
  });

  it('marks full hours of a short range and midnights of a long one', () => {
    const hours = ticksOf({ from: at('2026-11-16T07:48'), to: at('2026-11-16T12:10') });
    expect(hours.map(local)).toEqual([
      '2026-11-16T08:00',
      '2026-11-16T09:00',
      '2026-11-16T10:00',
      '2026-11-16T11:00',
      '2026-11-16T12:00',
    ]);
    const days = ticksOf({ from: at('2026-11-16T08:00'), to: at('2026-11-19T17:00') }, 4);
    expect(days.map(local)).toEqual(['2026-11-17T00:00', '2026-11-18T00:00', '2026-11-19T00:00']);
  });

  it('knows nights and weekends of Vietnam', () => {
    const spans = closedSpans({ from: at('2026-11-20T10:00'), to: at('2026-11-24T08:00') });
    expect(spans.map(({ from, to }) => [local(from), local(to)])).toEqual([
      ['2026-11-20T17:00', '2026-11-23T07:30'],
      ['2026-11-23T17:00', '2026-11-24T07:30'],
    ]);
  });

  it('knows holidays, and Saturdays that are worked, of a calendar', () => {
    const calendar = { daysOff: [{ day: '2026-11-24', name: 'x' }], workedSaturdays: ['2026-11-21'] };
    const range = { from: at('2026-11-20T10:00'), to: at('2026-11-25T08:00') };
    const spans = closedSpans(range, calendar);
    expect(spans.map(({ from, to }) => [local(from), local(to)])).toEqual([
      ['2026-11-20T17:00', '2026-11-21T07:30'],
      ['2026-11-21T17:00', '2026-11-23T07:30'],
      ['2026-11-23T17:00', '2026-11-25T07:30'],
    ]);
  });

  it('shows weekends only where nights would be too narrow', () => {
    const spans = closedSpans({ from: at('2026-11-02T10:00'), to: at('2026-11-20T08:00') });
    expect(spans.map(({ from }) => local(from))).toEqual(['2026-11-07T00:00', '2026-11-14T00:00']);
  });
});
