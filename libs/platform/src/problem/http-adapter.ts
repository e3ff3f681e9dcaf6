import { type ServerResponse, STATUS_CODES } from 'node:http';
import { type Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { JSON_LIMITS } from './json-inspection';
import { Problem } from './problem';
import { problemBody } from './problem.body';
import { codeOfStatus } from './problem.catalogue';
import { sendProblem } from './problem.filter';

/** Real ms in which the head of a request must have come, also the first of a connection. */
const HEAD_MS = 15_000;
/** Real ms in which a whole request must have come: a batch of any length that one would wait for. */
const REQUEST_MS = 3_600_000;
/** Real ms that a connection may stand idle between two requests: longer than the minute of most load balancers. */
const IDLE_MS = 72_000;
const CHECK_MS = 5_000;

/**
 * The HTTP server with the settings that only its creation can take: bodies and paths are bounded, and what
 * fails before there is a route (a bad URL) or even a request (bytes that are not HTTP) is a problem as well.
 */
export function createHttpAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: JSON_LIMITS.bytes,
    routerOptions: { maxParamLength: 255 },
    requestTimeout: REQUEST_MS,
    keepAliveTimeout: IDLE_MS,
    http: { headersTimeout: HEAD_MS, connectionsCheckingInterval: CHECK_MS },
    forceCloseConnections: 'idle',
    // What comes while the server closes is still answered as ever, and its connection closed after that.
    return503OnClosing: false,
    // Fastify types this one by generics of its own that no plain function meets.
    frameworkErrors: refuseUrl as never,
    clientErrorHandler: answerNoise,
  });
}

function refuseUrl(
  error: { readonly statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const status = error.statusCode ?? 400;
  sendProblem(request, reply, new Problem({ code: codeOfStatus(status), status }));
}

const STATUS_OF: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers bytes that Node could not read as HTTP. There is no request, so no language and no trace. */
function answerNoise(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable || isAnswering(socket)) {
    socket.destroy(error);
    return;
  }
  const status = STATUS_OF[error.code ?? ''] ?? 400;
  const body = JSON.stringify(
    problemBody(new Problem({ code: codeOfStatus(status), status }), { language: 'vi' }),
  );
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nContent-Type: application/problem+json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/** Whether an answer is under way, into which nothing may be written. Node marks it so, and looks at it for the same reason. */
function isAnswering(socket: Socket & { readonly _httpMessage?: ServerResponse | null }): boolean {
  return socket._httpMessage?.headersSent === true;
}
