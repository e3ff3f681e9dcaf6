import { type ServerResponse } from 'node:http';
import { type FastifyRequest } from 'fastify';
import { principalOf } from '../access';
import { Problem } from '../problem';

const COME_AGAIN_SECONDS = 5;

/**
 * How many of something one caller may hold at once in this process, so that none is left without because of another. It
 * does not count with `AUTH=off`, where there is one caller.
 */
export class Quota {
  private readonly held = new Map<string, number>();

  constructor(private readonly most: number) {}

  /**
   * One more for who sent this request, until its answer ends or its connection breaks.
   * @throws Problem 429 `too-many-at-once` with `Retry-After`
   */
  hold(request: FastifyRequest, answer: ServerResponse): void {
    const caller = principalOf(request)?.id;
    if (caller === undefined || answer.destroyed) return;
    const held = this.held.get(caller) ?? 0;
    if (held >= this.most) throw this.exceeded();
    this.held.set(caller, held + 1);
    answer.once('close', () => this.giveBack(caller));
  }

  private giveBack(caller: string): void {
    const left = (this.held.get(caller) ?? 0) - 1;
    if (left > 0) this.held.set(caller, left);
    else this.held.delete(caller);
  }

  private exceeded(): Problem {
    return new Problem({
      code: 'too-many-at-once',
      headers: { 'retry-after': String(COME_AGAIN_SECONDS) },
      extensions: { limit: this.most },
    });
  }
}
