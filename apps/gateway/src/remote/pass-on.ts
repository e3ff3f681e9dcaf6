import '@fastify/reply-from';
import { type IncomingHttpHeaders } from 'node:http';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Problem, sendProblem, traceparentOf } from '@lienthong/platform';
import { type Upstream } from '@lienthong/remote';

/**
 * Hands a request on to a replica of a service, path and query as they are, and its answer back as it comes.
 * @throws Problem 404 for a path that would lead elsewhere there than it leads here
 */
export function passOn(
  upstream: Upstream,
  request: FastifyRequest,
  reply: FastifyReply,
  rewrite: (headers: IncomingHttpHeaders) => IncomingHttpHeaders = (headers) => headers,
): FastifyReply {
  const base = upstream.next();
  if (!isPlain(request.url, base)) throw new Problem({ code: 'not-found' });
  return reply.from(`${base}${request.url}`, {
    // Where the page came from was looked at here; the service behind has another name.
    rewriteRequestHeaders: (_request, { origin: _origin, ...headers }) => ({
      ...rewrite(headers),
      traceparent: traceparentOf(request),
    }),
    onError: () => {
      upstream.failed(base);
      sendProblem(request, reply, upstream.unavailable());
    },
  });
}

/** Whether a path stays as it is when it is resolved: "..", and "\\", which counts as "/", would lead out of it. */
function isPlain(url: string, base: string): boolean {
  const path = url.split('?', 1)[0] ?? '';
  const root = new URL(base).pathname.replace(/\/$/, '');
  return URL.canParse(`${base}${path}`) && new URL(`${base}${path}`).pathname === root + path;
}
