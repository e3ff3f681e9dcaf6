import { type IncomingMessage } from 'node:http';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Problem } from '../problem/problem';
import { sendProblem } from '../problem/problem.filter';

/** How fast a body must come. Times are real ms. */
export interface BodyPace {
  /** Bytes that must come in each {@link windowMs} in which the server waits for the sender. */
  readonly leastBytes: number;
  readonly windowMs: number;
  /** How long the rest of a body may still come after the answer, before the connection is closed. */
  readonly lingerMs: number;
  /** Between two looks. */
  readonly lookMs: number;
}

/** A tenth of what the slowest mobile line carries. A body's whole time is bounded by the server's `requestTimeout`. */
export const BODY_PACE: BodyPace = { leastBytes: 5_120, windowMs: 10_000, lingerMs: 2_000, lookMs: 1_000 };

/** A body that its reader takes chunk by chunk. It asks for nothing ahead, so it is known who waits for whom. */
export class BodyStream implements AsyncIterable<Buffer> {
  constructor(private readonly chunks: AsyncGenerator<Buffer>) {}

  [Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    return this.chunks;
  }
}

/** One request whose body is still coming. */
interface IncomingBody {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Whether the server is the one who waits; not while it works on what has come. */
  awaited: boolean;
  waitedMs: number;
  /** The connection's count of bytes when the present window began. */
  bytes: number;
  answeredAt?: number;
  /** Tells whoever reads the body as a stream. */
  giveUp?: (problem: Problem) => void;
}

/**
 * The bodies that are on their way. A sender who keeps the server waiting is answered 408, and a connection on which the
 * rest of a body fails to come after its answer is closed, so that nobody holds connections by sending slowly. Only
 * waiting counts: a batch that the server holds back may take as long as it takes.
 */
export class IncomingBodies {
  private readonly bodies = new Map<IncomingMessage, IncomingBody>();
  private looking: NodeJS.Timeout | undefined;

  constructor(private readonly pace: BodyPace) {}

  /** Call before other hooks refuse requests: a refused body is bounded too. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (request, reply, done) => {
      if (hasBody(request.raw)) this.add(request, reply);
      done();
    });
    fastify.addHook('onResponse', ({ raw }, _reply, done) => {
      const body = this.bodies.get(raw);
      if (body && isOver(raw)) this.bodies.delete(raw);
      else if (body) body.answeredAt = performance.now();
      done();
    });
    fastify.addHook('onClose', (_instance, done) => {
      clearInterval(this.looking);
      done();
    });
  }

  /** The body chunk by chunk; fails with the problem of {@link BodyPace} when its sender is too slow. */
  streamOf(raw: IncomingMessage): BodyStream {
    return new BodyStream(this.chunksOf(raw));
  }

  private async *chunksOf(raw: IncomingMessage): AsyncGenerator<Buffer> {
    const body = this.bodies.get(raw);
    // The answer is still to go out on the connection when the reader leaves.
    const chunks = raw.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
    for (;;) {
      const next = await new Promise<IteratorResult<Buffer>>((resolve, reject) => {
        if (body) Object.assign(body, { awaited: true, giveUp: reject });
        chunks.next().then(resolve, reject);
      });
      if (body) body.awaited = false;
      if (next.done) return;
      yield next.value;
    }
  }

  private add(request: FastifyRequest, reply: FastifyReply): void {
    const { raw } = request;
    this.bodies.set(raw, { request, reply, awaited: true, waitedMs: 0, bytes: raw.socket.bytesRead });
    this.looking ??= setInterval(() => this.look(), this.pace.lookMs).unref();
  }

  private look(): void {
    const now = performance.now();
    for (const [raw, body] of this.bodies) {
      if (isOver(raw)) this.bodies.delete(raw);
      else if (body.answeredAt === undefined) this.measure(body);
      else if (now - body.answeredAt >= this.pace.lingerMs) raw.destroy();
    }
    if (this.bodies.size > 0) return;
    clearInterval(this.looking);
    this.looking = undefined;
  }

  private measure(body: IncomingBody): void {
    const { bytesRead } = body.request.raw.socket;
    if (body.awaited) body.waitedMs += this.pace.lookMs;
    if (body.waitedMs < this.pace.windowMs) return;
    if (bytesRead - body.bytes < this.pace.leastBytes) this.refuse(body);
    body.waitedMs = 0;
    body.bytes = bytesRead;
  }

  private refuse({ request, reply, giveUp }: IncomingBody): void {
    const problem = this.tooSlow();
    if (giveUp) giveUp(problem);
    else if (!reply.sent) sendProblem(request, reply, problem);
    else request.raw.destroy();
  }

  private tooSlow(): Problem {
    const { leastBytes, windowMs } = this.pace;
    return new Problem({
      code: 'request-timeout',
      detail: {
        vi: `Nội dung đến quá chậm: ít nhất ${leastBytes} byte mỗi ${windowMs / 1000} giây.`,
        en: `The body comes too slowly: at least ${leastBytes} bytes every ${windowMs / 1000} seconds.`,
      },
    });
  }
}

function hasBody({ headers, complete }: IncomingMessage): boolean {
  return (
    !complete && (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0)
  );
}

function isOver({ complete, destroyed }: IncomingMessage): boolean {
  return complete || destroyed;
}
