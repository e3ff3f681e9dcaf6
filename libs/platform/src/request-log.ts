import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Logger } from 'pino';
import { traceIdOf } from './problem';

/**
 * One line a request at level `info`: route template, trace and dossier number, never a body or another parameter.
 * @param isDossierNumber whether a path parameter has that form: what people put in its place may be anything
 */
export function logRequests(
  app: NestFastifyApplication,
  logger: Logger,
  isDossierNumber: (text: string) => boolean,
): void {
  if (!logger.isLevelEnabled('info')) return;
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      const { dossierNumber } = (request.params ?? {}) as { readonly dossierNumber?: string };
      logger.info(
        {
          method: request.method,
          route: request.routeOptions.url ?? 'none',
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime),
          traceId: traceIdOf(request),
          ...(dossierNumber !== undefined && isDossierNumber(dossierNumber) && { dossierNumber }),
        },
        'request answered',
      );
      done();
    });
}
