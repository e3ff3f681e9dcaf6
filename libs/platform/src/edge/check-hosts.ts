import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { Problem, sendProblem } from '../problem';
import { type Settings } from '../settings';

export type HostSettings = Pick<Settings, 'auth' | 'allowedHosts'>;

/** The names by which a program on this machine calls it. A page from elsewhere cannot have them as its own. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** What probes and scrapers ask for by whatever address they have. It names nobody. */
const FOR_PROBES = /^\/(health\/(live|ready)|metrics)(\?|$)/;

/**
 * Keeps pages of other sites from talking to this server through the browser of somebody who can reach it.
 *
 * With `AUTH=off` whoever reaches the server may do anything, so `Host` must be a loopback name, or one of
 * `ALLOWED_HOSTS`: a foreign name that resolves to 127.0.0.1 (DNS rebinding) is refused with 421. `Origin`, where a
 * browser sends one, must be the same as `Host`, or one of `ALLOWED_HOSTS`: else 403.
 *
 * With keys or tokens a foreign page has nothing to show, for there are no cookies: `Host` is not looked at, and `Origin`
 * only where `ALLOWED_HOSTS` is set.
 */
export function checkHosts(fastify: FastifyInstance, { auth, allowedHosts }: HostSettings): void {
  const names = new Set(allowedHosts);
  const isOpen = auth === 'off';
  if (!isOpen && names.size === 0) return;
  fastify.addHook('onRequest', (request, reply, done) => {
    const problem = FOR_PROBES.test(request.url)
      ? undefined
      : ((isOpen ? wrongHost(request, names) : undefined) ?? wrongOrigin(request, names));
    if (problem) sendProblem(request, reply, problem);
    else done();
  });
}

function wrongHost({ headers }: FastifyRequest, names: ReadonlySet<string>): Problem | undefined {
  // Only HTTP/1.0 may leave it out, which no browser speaks.
  if (headers.host === undefined) return undefined;
  const name = partsOf(`http://${headers.host}`)?.hostname;
  const isServed = name !== undefined && (LOOPBACK.test(name) || names.has(name));
  return isServed ? undefined : new Problem({ code: 'host-not-allowed' });
}

function wrongOrigin({ headers }: FastifyRequest, names: ReadonlySet<string>): Problem | undefined {
  const { origin, host } = headers;
  if (origin === undefined) return undefined;
  const page = partsOf(origin);
  const isOwn =
    page !== undefined &&
    (page.host === partsOf(`${page.protocol}//${host}`)?.host || names.has(page.hostname));
  return isOwn ? undefined : new Problem({ code: 'origin-not-allowed' });
}

function partsOf(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}
