import * as english from './english';
import * as vietnamese from './vietnamese';

describe('Vietnamese figures', () => {
  it.each([
    [vietnamese.whole(1_265_439), '1.265.439'],
    [vietnamese.decimal(3.5, 1), '3,5'],
    [vietnamese.short(0.01234), '0,0123'],
    [vietnamese.short(5_120.4), '5.120'],
    [vietnamese.percent(0.987), '98,7%'],
    [vietnamese.percent(0.99999), '> 99,9%'],
    [vietnamese.percent(0.00001), '< 0,1%'],
    [vietnamese.percent(1), '100,0%'],
    [vietnamese.percent(null), '–'],
    [vietnamese.bytes(851_443_712), '812 MiB'],
    [vietnamese.bytes(0), '0 B'],
    [vietnamese.duration(12.52), '12,5 ms'],
    [vietnamese.duration(3_200), '3,2 giây'],
    [vietnamese.duration(1_634_000), '27 phút 14 giây'],
    [vietnamese.duration(3_599_900), '1 giờ 0 phút'],
    [vietnamese.duration(7_500_000), '2 giờ 5 phút'],
    [vietnamese.limit({ least: 0, most: 0 }), 'trong ngày'],
    [vietnamese.limit({ least: 2, most: 5 }), '2–5 ngày'],
    [vietnamese.dayAndTime('2026-11-16T08:30:05+07:00'), '16/11/2026 08:30:05'],
    [vietnamese.dayAndTime('2026-11-16'), '16/11/2026'],
    [vietnamese.month('2024-02'), '02/2024'],
  ])('%s is %s', (written, expected) => expect(written).toBe(expected));
});

describe('English figures', () => {
  it.each([
    [english.counted(1_265_439), '1,265,439'],
    [english.counted(0.4321), '0.432'],
    [english.share(0.9999), '> 99.9 %'],
    [english.share(0.5), '50.0 %'],
    [english.share(null), '-'],
    [english.size(2.5 * 2 ** 30), '2.5 GiB'],
    [english.elapsed(1_634_000), '27 min 14 s'],
    [english.elapsed(3_599_900), '1 h 0 min'],
    [english.elapsed(7_500_000), '2 h 5 min'],
  ])('%s is %s', (written, expected) => expect(written).toBe(expected));
});
