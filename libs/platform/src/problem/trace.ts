import { randomBytes } from 'node:crypto';
import { type FastifyRequest } from 'fastify';

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;

const traceparents = new WeakMap<FastifyRequest, string>();

/**
 * Takes the caller's W3C trace context over, or starts one. The parent id is renewed: it names our part of
 * the work. A malformed header starts a new trace, as the recommendation asks.
 */
export function startTrace(request: FastifyRequest): string {
  const header = request.headers['traceparent'];
  const match = typeof header === 'string' ? TRACEPARENT.exec(header) : null;
  const fresh = randomBytes(24).toString('hex');
  const traceparent = `00-${match?.[1] ?? fresh.slice(0, 32)}-${fresh.slice(32)}-${match?.[3] ?? '01'}`;
  traceparents.set(request, traceparent);
  return traceparent;
}

/** From here on the request belongs to this part of the trace. */
export function continueTrace(request: FastifyRequest, traceparent: string): void {
  traceparents.set(request, traceparent);
}

/** The trace context to hand on with messages. */
export function traceparentOf(request: FastifyRequest): string {
  return traceparents.get(request) ?? startTrace(request);
}

/** The 32 hex digits that join the logs, the messages and the caller's own trace. */
export function traceIdOf(request: FastifyRequest): string {
  return traceparentOf(request).slice(3, 35);
}
