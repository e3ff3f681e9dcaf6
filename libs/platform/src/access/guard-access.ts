import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyRequest } from 'fastify';
import { Problem, sendProblem } from '../problem';
import { type Settings } from '../settings';
import { forbidden, hasRole, ruleOf } from './access-rule';
import { type ApiKeys } from './api-keys';
import { readApiKeys } from './keys-file';
import { setPrincipal } from './principal';

/**
 * With `AUTH=api-key`, lets through to every route only who may call it, before the body is read. It stands at the
 * server, not at Nest's controllers, so that routes beside Nest are guarded too; a route without a mark is refused.
 * Call after `configureHttp` and before the server listens.
 * @throws BadSetting for a keys file that is missing or wrong
 */
export function guardAccess(
  app: NestFastifyApplication,
  { auth, apiKeysFile }: Pick<Settings, 'auth' | 'apiKeysFile'>,
): void {
  if (auth === 'off') return;
  const keys = readApiKeys(apiKeysFile ?? '');
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    const refusal = refusalOf(request, keys);
    if (refusal) sendProblem(request, reply, refusal);
    else done();
  });
}

function refusalOf(request: FastifyRequest, keys: ApiKeys): Problem | undefined {
  // Where there is no route there is nothing to guard; the answer is 404 or 405.
  if (request.is404) return undefined;
  const rule = ruleOf(request.routeOptions.config);
  if (rule === 'open') return undefined;
  const key = keyOf(request);
  if (key === undefined) return unauthenticated('Bearer');
  const principal = keys.holderOf(key);
  if (!principal) return unauthenticated('Bearer error="invalid_token"');
  setPrincipal(request, principal);
  return hasRole(principal, rule) ? undefined : forbidden(rule);
}

/** `Authorization: Bearer <key>` (RFC 6750), else `X-API-Key`. */
function keyOf({ headers }: FastifyRequest): string | undefined {
  const bearer = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
  const header = headers['x-api-key'];
  return bearer ?? (typeof header === 'string' && header !== '' ? header : undefined);
}

function unauthenticated(challenge: string): Problem {
  return new Problem({ code: 'unauthenticated', headers: { 'www-authenticate': challenge } });
}
