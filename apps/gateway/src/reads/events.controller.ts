import { type ServerResponse } from 'node:http';
import {
  Controller,
  Get,
  Headers,
  Inject,
  Param,
  Query,
  Req,
  Res,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import {
  DOSSIER_ROLES,
  languageOf,
  Problem,
  Quota,
  Roles,
  Settings,
  submitterSeenBy,
  traceIdOf,
} from '@lienthong/platform';
import { DocumentedEvents } from '../api-docs/operations.decorators';
import { CASE_FEED, type CaseFeed } from '../ports';
import { CaseReader } from './case-reader';
import { EventStream, type EventSink } from './event-stream';

const TIMES = { pollMs: 2_000, heartbeatMs: 14_000 };
const MAX_STREAMS = 2_000;
const RECONNECT_MS = 1_000;

/** Theo dõi hồ sơ: the timeline as it grows. */
@Controller('v1/dossiers/:dossierNumber/events')
@Roles(...DOSSIER_ROLES)
export class EventsController implements BeforeApplicationShutdown {
  private readonly streams = new Set<EventStream>();
  private readonly quota: Quota;

  constructor(
    private readonly cases: CaseReader,
    @Inject(CASE_FEED) private readonly feed: CaseFeed,
    settings: Settings,
  ) {
    this.quota = new Quota(settings.streamsPerCaller);
  }

  @Get()
  @DocumentedEvents()
  async events(
    @Param('dossierNumber') dossierNumber: string,
    @Headers('last-event-id') header: string | undefined,
    @Query('lastEventId') parameter: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageOf(request.headers['accept-language']);
    const lastIndex = lastIndexOf(header, parameter);
    const submittedBy = submitterSeenBy(request);
    await this.cases.find(dossierNumber, language, submittedBy);
    if (this.streams.size >= MAX_STREAMS)
      throw new Problem({ code: 'overloaded', headers: { 'retry-after': '5' } });
    const { raw } = reply;
    this.quota.hold(request, raw);
    reply.hijack();
    // Whoever left while the case was looked up is not waited for: it will not leave again.
    if (raw.destroyed) return;
    const stream = new EventStream(
      {
        timeline: (spoken) => this.cases.timeline(dossierNumber, spoken, submittedBy),
        subscribe: (onChange) => this.feed.subscribe(dossierNumber, onChange),
      },
      sinkOf(raw),
      TIMES,
    );
    this.streams.add(stream);
    raw.on('close', () => stream.end());
    raw.on('error', () => stream.end());
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'content-language': language,
      'x-trace-id': traceIdOf(request),
    });
    if (request.method === 'HEAD') stream.end();
    else raw.write(`retry: ${RECONNECT_MS}\n\n`);
    try {
      await stream.run(lastIndex, language);
      raw.end();
    } catch {
      // The reader of the stream comes back with Last-Event-ID; a half-sent answer cannot become a problem.
      raw.destroy();
    } finally {
      this.streams.delete(stream);
    }
  }

  beforeApplicationShutdown(): void {
    for (const stream of this.streams) stream.end();
  }
}

function lastIndexOf(header: string | undefined, parameter: unknown): number {
  const pointer = header === undefined ? '/query/lastEventId' : '/header/last-event-id';
  const given = header ?? parameter;
  if (given === undefined || given === '') return 0;
  if (typeof given !== 'string' || !/^\d{1,9}$/.test(given))
    throw Problem.validation([{ pointer, code: 'invalid-last-event-id' }]);
  return Number(given);
}

function sinkOf(raw: ServerResponse): EventSink {
  return {
    write: (text) => raw.write(text),
    drained: () =>
      new Promise((resolve) => {
        const done = (): void => {
          raw.off('drain', done);
          raw.off('close', done);
          resolve();
        };
        raw.on('drain', done);
        raw.on('close', done);
        if (raw.destroyed) done();
      }),
  };
}
