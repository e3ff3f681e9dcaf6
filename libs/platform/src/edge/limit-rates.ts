import rateLimit from '@fastify/rate-limit';
import { type FastifyInstance } from 'fastify';
import { hasRole, principalOf } from '../access';
import { Problem, sendProblem } from '../problem';
import { type Settings } from '../settings';

export type RateSettings = Pick<Settings, 'auth' | 'rateLimit'>;

const WINDOW_MS = 1_000;

/**
 * Answers 429 to a caller who asks more often than `RATE_LIMIT` a second, counted by this process. Services are not
 * counted, for they ask for many; nor is anybody with `AUTH=off`, where there is one caller. Call after `guardAccess`.
 */
export async function limitRates(
  fastify: FastifyInstance,
  { auth, rateLimit: most }: RateSettings,
): Promise<void> {
  if (auth === 'off' || most === 0) return;
  await fastify.register(rateLimit, { global: false });
  const take = fastify.createRateLimit({
    max: most,
    timeWindow: WINDOW_MS,
    keyGenerator: (request) => principalOf(request)?.id ?? '',
    // Routes that are open to all know no caller: probes and the documentation.
    allowList: (request) => isUncounted(request),
  });
  fastify.addHook('onRequest', async (request, reply) => {
    const verdict = await take(request);
    if (verdict.isAllowed || !verdict.isExceeded) return undefined;
    const headers = { 'retry-after': String(verdict.ttlInSeconds) };
    sendProblem(request, reply, new Problem({ code: 'rate-limit-exceeded', headers }));
    return reply;
  });
}

function isUncounted(request: Parameters<typeof principalOf>[0]): boolean {
  const caller = principalOf(request);
  return caller === undefined || hasRole(caller, ['service']);
}
