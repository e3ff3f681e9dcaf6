import { type IncomingHttpHeaders } from 'node:http';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance } from 'fastify';
import { BODY_PACE, type BodyPace, IncomingBodies } from '../edge/incoming-bodies';
import { Metrics } from '../metrics';
import { AllowedMethods } from './allowed-methods';
import { FormValidationPipe } from './form-validation.pipe';
import { measureHttp } from './http-metrics';
import { JSON_LIMITS } from './json-inspection';
import { Problem } from './problem';
import { ProblemFilter } from './problem.filter';
import { parseStrictJson } from './strict-json';
import { startTrace } from './trace';

/** A route that reads `application/x-ndjson` as a stream: set by `@RouteConfig(NDJSON_ROUTE)`. */
export const NDJSON_ROUTE = { ndjson: true } as const;

/**
 * Everything at the edge that is the same for all controllers: strict JSON bodies, streamed NDJSON where a
 * route asks for it, a least pace for both, validation, problems, traces, metrics and safe headers. Call before
 * `app.init()`.
 */
export function configureHttp(app: NestFastifyApplication, pace: BodyPace = BODY_PACE): void {
  const fastify = app.getHttpAdapter().getInstance();
  const methods = new AllowedMethods();
  fastify.addHook('onRoute', ({ url, method }) => methods.add(url, [method].flat()));
  fastify.addHook('onRequest', (request, reply, done) => {
    startTrace(request);
    // Answers hold personal data: no cache may keep them, and no browser may guess another type.
    void reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    done();
  });
  const bodies = new IncomingBodies(pace);
  bodies.watch(fastify);
  readBodies(app, fastify, bodies);
  measureHttp(fastify, app.get(Metrics, { strict: false }));
  app.useGlobalPipes(new FormValidationPipe());
  app.useGlobalFilters(new ProblemFilter(methods));
}

function readBodies(app: NestFastifyApplication, fastify: FastifyInstance, bodies: IncomingBodies): void {
  fastify.removeAllContentTypeParsers();
  app.useBodyParser('application/json', { bodyLimit: JSON_LIMITS.bytes }, (request, body, done) => {
    try {
      refuseEncodings(request);
      if (takesNdjson(request)) throw new Problem({ code: 'unsupported-media-type' });
      done(null, parseStrictJson(body));
    } catch (error) {
      done(error as Error);
    }
  });
  fastify.addContentTypeParser('application/x-ndjson', (request, payload, done) => {
    try {
      refuseEncodings(request);
      if (!takesNdjson(request)) throw new Problem({ code: 'unsupported-media-type' });
      done(null, bodies.streamOf(payload));
    } catch (error) {
      done(error as Error);
    }
  });
}

/** What of a request decides whether its body can be read. */
interface BodyRequest {
  readonly headers: IncomingHttpHeaders;
  readonly routeOptions: { readonly config: object };
}

function takesNdjson(request: BodyRequest): boolean {
  return 'ndjson' in request.routeOptions.config;
}

/** JSON is UTF-8 (RFC 8259 §8.1), and compressed bodies would get round the size limit. */
function refuseEncodings(request: BodyRequest): void {
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
  const encoding = request.headers['content-encoding'];
  if ((charset && !/^utf-?8$/i.test(charset)) || (encoding && encoding !== 'identity')) {
    throw new Problem({ code: 'unsupported-media-type' });
  }
}
