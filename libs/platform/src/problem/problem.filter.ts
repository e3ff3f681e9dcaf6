import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type AllowedMethods } from './allowed-methods';
import { languageOf } from './language';
import { Problem } from './problem';
import { problemBody } from './problem.body';
import { codeOfStatus } from './problem.catalogue';
import { shownPath } from './shown-path';
import { traceIdOf } from './trace';

/**
 * Answers every error as `application/problem+json`: ours, Nest's and Fastify's. Only what nobody foresaw
 * is a 500, and of that the log keeps the place in the code, not the message, which may hold personal data.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  constructor(private readonly methods: AllowedMethods) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw exception;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = this.problemOf(exception, request);
    if (problem.getStatus() >= 500 && problem.code === 'internal-error') this.log(exception, request);
    if (reply.sent) {
      reply.raw.destroy();
      return;
    }
    sendProblem(request, reply, problem);
  }

  private problemOf(exception: unknown, request: FastifyRequest): Problem {
    if (exception instanceof Problem) return exception;
    if (isAway(exception))
      return new Problem({ code: 'service-unavailable', headers: { 'retry-after': '2' } });
    if (!(exception instanceof HttpException)) return new Problem({ code: 'internal-error' });
    const status = exception.getStatus();
    if (status === 404 && request.is404) return this.noRoute(request);
    const code = ownCode(exception) ?? codeOfStatus(status);
    return new Problem({ code, status });
  }

  private noRoute(request: FastifyRequest): Problem {
    const allowed = this.methods.of(pathOf(request));
    if (allowed.length === 0) return new Problem({ code: 'not-found' });
    return new Problem({ code: 'method-not-allowed', headers: { allow: allowed.join(', ') } });
  }

  private log(exception: unknown, request: FastifyRequest): void {
    const name = exception instanceof Error ? exception.name : typeof exception;
    const frames =
      exception instanceof Error
        ? (exception.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
        : [];
    this.logger.error(
      `${name} traceId=${traceIdOf(request)} route=${request.routeOptions.url ?? 'none'}\n${frames.slice(0, 12).join('\n')}`,
    );
  }
}

/** Writes the problem as this request's answer. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): void {
  const language = languageOf(request.headers['accept-language']);
  const body = problemBody(problem, { language, instance: shownPath(request), traceId: traceIdOf(request) });
  void reply
    .code(problem.getStatus())
    .headers({ ...problem.headers, 'content-language': language, vary: 'Accept-Language' })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(body));
}

/** The store or the bus cannot be reached for now: nobody's fault, and over soon. */
function isAway(exception: unknown): boolean {
  const { code } = (exception ?? {}) as { readonly code?: unknown };
  return code === 'store-unavailable' || code === 'kafka-transient';
}

function pathOf(request: FastifyRequest): string {
  const url = request.url;
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}

/** A `{ code }` that the thrower of a plain HttpException put into its body. */
function ownCode(exception: HttpException): string | undefined {
  const body = exception.getResponse();
  if (typeof body !== 'object' || !('code' in body)) return undefined;
  return typeof body.code === 'string' && /^[a-z][a-z0-9-]{2,63}$/.test(body.code) ? body.code : undefined;
}
