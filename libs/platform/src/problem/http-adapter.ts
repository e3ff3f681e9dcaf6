import { STATUS_CODES } from 'node:http';
import { type Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { JSON_LIMITS } from './json-inspection';
import { Problem } from './problem';
import { problemBody } from './problem.body';
import { codeOfStatus } from './problem.catalogue';
import { sendProblem } from './problem.filter';

/**
 * The HTTP server with the settings that only its creation can take: bodies and paths are bounded, and what
 * fails before there is a route (a bad URL) or even a request (bytes that are not HTTP) is a problem as well.
 */
export function createHttpAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: JSON_LIMITS.bytes,
    routerOptions: { maxParamLength: 255 },
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
  if (error.code === 'ECONNRESET' || !socket.writable) {
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
