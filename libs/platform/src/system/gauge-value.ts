import { type Metrics } from '../metrics';

/** What a gauge without labels shows now; undefined where this process has no such gauge. */
export async function gaugeValue(metrics: Metrics, name: string): Promise<number | undefined> {
  const values = (await metrics.getSingleMetric(name)?.get())?.values;
  return values?.[0]?.value;
}

/** Open cases that nobody would move on: a gauge of the process that runs the sagas. */
export const CASES_WITHOUT_OWNER = 'lienthong_cases_without_owner';
