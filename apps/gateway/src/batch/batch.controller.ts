import { Readable } from 'node:stream';
import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import {
  BodyStream,
  DOSSIER_ROLES,
  languageOf,
  NDJSON_ROUTE,
  principalOf,
  Problem,
  Quota,
  Roles,
  traceparentOf,
} from '@lienthong/platform';
import { DocumentedBatch } from '../api-docs/operations.decorators';
import { BatchService } from './batch.service';

const BATCHES_PER_CALLER = 16;

@Controller('v1/dossiers')
@Roles(...DOSSIER_ROLES)
export class BatchController {
  private readonly quota = new Quota(BATCHES_PER_CALLER);

  constructor(private readonly batches: BatchService) {}

  /** Streams in and out at once, so that a batch may be of any length. */
  @Post('batch')
  @HttpCode(200)
  @RouteConfig(NDJSON_ROUTE)
  @DocumentedBatch()
  submit(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    if (!(body instanceof BodyStream)) throw new Problem({ code: 'unsupported-media-type' });
    this.quota.hold(request, reply.raw);
    const results = this.batches.submitAll(body, languageOf(request.headers['accept-language']), {
      traceparent: traceparentOf(request),
      submittedBy: principalOf(request)?.id,
    });
    void reply
      .type('application/x-ndjson; charset=utf-8')
      .send(Readable.from(results, { objectMode: true, highWaterMark: 16 }));
  }
}
