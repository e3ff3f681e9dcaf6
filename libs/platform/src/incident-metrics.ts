import { Gauge } from 'prom-client';
import { type Metrics } from './metrics';

/** `lienthong_incidents_open`: aggregates that stand still until somebody retries or discards what failed. */
export function watchIncidents(metrics: Metrics, open: () => Promise<ReadonlyMap<string, number>>): void {
  new Gauge({
    name: 'lienthong_incidents_open',
    help: 'Aggregates that stand still because their decider threw',
    labelNames: ['service'],
    registers: [metrics],
    async collect() {
      for (const [service, count] of await open()) this.set({ service }, count);
    },
  });
}
