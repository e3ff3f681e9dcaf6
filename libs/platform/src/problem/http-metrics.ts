import { type FastifyInstance } from 'fastify';
import { Counter, Histogram } from 'prom-client';
import { type Metrics } from '../metrics';

/** Rate, errors and duration of every route, by its template: paths hold dossier numbers, labels never do. */
export function measureHttp(fastify: FastifyInstance, metrics: Metrics): void {
  const requests = new Counter({
    name: 'lienthong_http_requests_total',
    help: 'HTTP requests answered',
    labelNames: ['method', 'route', 'status'],
    registers: [metrics],
  });
  const duration = new Histogram({
    name: 'lienthong_http_request_duration_seconds',
    help: 'From the first byte of a request to the end of its answer',
    labelNames: ['method', 'route'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [metrics],
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none');
    requests.inc({ method: request.method, route, status: reply.statusCode });
    duration.observe({ method: request.method, route }, reply.elapsedTime / 1000);
    done();
  });
}
