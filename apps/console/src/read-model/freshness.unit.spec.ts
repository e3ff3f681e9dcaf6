import { Metrics } from '@lienthong/platform';
import { Freshness } from './freshness';

describe('Freshness', () => {
  it('says nothing before the first batch', () => {
    expect(new Freshness(new Metrics()).percentiles()).toEqual({});
  });

  it('has percentiles of the latest batches, and exports all of them', async () => {
    const metrics = new Metrics();
    const freshness = new Freshness(metrics);
    for (let i = 0; i < 100; i++) freshness.observe(90_000);
    for (let i = 1; i <= 2_000; i++) freshness.observe(i);
    expect(freshness.percentiles()).toEqual({ p50Ms: 1_000, p99Ms: 1_980 });
    expect(await metrics.metrics()).toContain('lienthong_console_freshness_seconds_count 2100');
  });

  it('takes a clock that ran backwards for no time at all', () => {
    const freshness = new Freshness(new Metrics());
    freshness.observe(-5);
    expect(freshness.percentiles()).toEqual({ p50Ms: 0, p99Ms: 0 });
  });
});
