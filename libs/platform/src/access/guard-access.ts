import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyRequest } from 'fastify';
import { Problem, sendProblem } from '../problem';
import { type AccessRule, forbidden, hasRole, ruleOf } from './access-rule';
import { type AccessSettings, type CredentialOptions, Credentials } from './credentials';
import { ON_BEHALF_OF, readOnBehalfOf } from './on-behalf-of';
import { type Principal, setPrincipal, setStranger } from './principal';

/**
 * Unless `AUTH=off`, lets through to every route only who may call it, before the body is read. It stands at the
 * server, not at Nest's controllers, so that routes beside Nest are guarded too; a route without a mark is refused.
 * Call after `configureHttp` and before the server listens.
 * @throws BadSetting for a keys file that is missing or wrong
 */
export function guardAccess(
  app: NestFastifyApplication,
  settings: AccessSettings,
  options: CredentialOptions = {},
): void {
  if (settings.auth === 'off') return;
  const credentials = new Credentials(settings, options);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request, reply) => {
    try {
      await admit(request, credentials);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      sendProblem(request, reply, error);
      return reply;
    }
    return undefined;
  });
}

/** @throws Problem 400, 401, 403 or 503 for who may not call */
async function admit(request: FastifyRequest, credentials: Credentials): Promise<void> {
  // Where there is no route there is nothing to guard; the answer is 404 or 405.
  if (request.is404) return;
  const rule = ruleOf(request.routeOptions.config);
  if (rule === 'open') return setStranger(request);
  const caller = await credentials.holderOf(request);
  if (!hasRole(caller, rule)) throw forbidden(rule);
  setPrincipal(request, askedFor(request, rule, caller) ?? caller);
}

/**
 * For whom a service asks, if it says so: then both must be of those who may, so that neither gains by the other. What
 * only services ask of one another asks nothing of a third.
 */
function askedFor(
  request: FastifyRequest,
  rule: Exclude<AccessRule, 'open'>,
  caller: Principal,
): Principal | undefined {
  const header = request.headers[ON_BEHALF_OF];
  if (header === undefined) return undefined;
  if (!hasRole(caller, ['service'])) throw forbidden(['service']);
  const person = typeof header === 'string' ? readOnBehalfOf(header) : undefined;
  if (!person) throw new Problem({ code: 'bad-request' });
  const isInternal = rule.every((role) => role === 'service');
  if (!isInternal && !hasRole(person, rule)) throw forbidden(rule);
  return person;
}
