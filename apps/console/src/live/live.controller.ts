import { type BeforeApplicationShutdown, Controller, Get, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type LiveChange } from '@lienthong/contracts';
import {
  callerOf,
  CONSOLE_ROLES,
  mayDo,
  Problem,
  Quota,
  Roles,
  Settings,
  traceIdOf,
} from '@lienthong/platform';
import { Documented } from '../api-docs/documented';
import { LiveChanges } from './live-changes';
import { LiveStreams } from './live-streams';

const MOST_STREAMS = 500;

/** Trực tiếp: hints that what the page shows has changed. */
@Controller('v1/operations/live')
@Roles(...CONSOLE_ROLES, 'officer')
export class LiveController implements BeforeApplicationShutdown {
  private readonly streams = new LiveStreams();
  private readonly quota: Quota;

  constructor(
    private readonly changes: LiveChanges,
    settings: Settings,
  ) {
    this.quota = new Quota(settings.streamsPerCaller);
  }

  @Get()
  @Documented({
    produces: 'text/event-stream',
    summary: 'Thay đổi trực tiếp — what may have changed, as Server-Sent Events',
    description:
      'Event `changed`, at most two a second; a comment every 5 s (silence of more than 12 s means that the server hangs); ended by the server after half an hour. A hint, not the news: after a reconnect ask for everything again.',
    refuses: ['too-many-at-once', 'overloaded'],
  })
  live(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    if (this.streams.size >= MOST_STREAMS)
      throw new Problem({ code: 'overloaded', headers: { 'retry-after': '5' } });
    const named = mayDo(callerOf(request), 'read-cases');
    const { raw } = reply;
    this.quota.hold(request, raw);
    reply.hijack();
    raw.writeHead(200, {
      // To the letter: a proxy that knows the type by it lets the connection stay silent.
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      'x-trace-id': traceIdOf(request),
    });
    if (request.method === 'HEAD') {
      raw.end();
      return;
    }
    this.streams.add(raw, (onChange) =>
      this.changes.subscribe((change) => onChange(named ? change : withoutNumbers(change))),
    );
  }

  beforeApplicationShutdown(): void {
    this.streams.endAll();
  }
}

/** An officer is told that cases changed, not which: they may be another office's. */
function withoutNumbers({ at, topics }: LiveChange): LiveChange {
  return { at, topics };
}
