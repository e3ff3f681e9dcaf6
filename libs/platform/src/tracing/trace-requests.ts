import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyRequest } from 'fastify';
import { continueTrace, traceparentOf } from '../problem/trace';
import { type Tracing, type WorkSpan } from './tracing';

/** A span for every request, and the messages that follow from it below that span. Call after `configureHttp`. */
export function traceRequests(app: NestFastifyApplication, tracing: Tracing | undefined): void {
  if (!tracing) return;
  const spans = new WeakMap<FastifyRequest, WorkSpan>();
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, _reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const span = tracing.request(`${request.method} ${route}`, traceparentOf(request));
    spans.set(request, span);
    continueTrace(request, span.traceparent);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request);
    span?.setAttribute('http.response.status_code', reply.statusCode);
    span?.end(reply.statusCode >= 500 ? `status ${reply.statusCode}` : undefined);
    done();
  });
}
