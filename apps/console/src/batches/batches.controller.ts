import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import {
  type BatchItem,
  type BatchItemListView,
  type BatchListView,
  type BatchView,
  type Language,
} from '@lienthong/contracts';
import { callerOf, CONSOLE_ROLES, languageOf, OPERATOR_ROLES, Roles } from '@lienthong/platform';
import { Documented } from '../api-docs/documented';
import { IDEMPOTENCY_KEY, KEYED_REFUSALS, idempotencyKey, operationId } from '../operations/idempotency';
import { OperationRunner } from '../operations/operation-runner';
import { ReasonBody } from '../operations/operations.dto';
import { batchIdOf } from './batch';
import { BatchBook, type FoundBatch } from './batch-book';
import { readBatchCursor, readItemCursor, writeBatchCursor, writeItemCursor } from './batch-cursors';
import { batchRequest } from './batch-request';
import { batchView, itemView } from './batch-view';
import { BatchForm, BatchItemPageForm, BatchPageForm } from './batches.dto';

/** Lô: one action on everything that a selection brings, up to 100,000 items. */
@Controller('v1/operations/batches')
@Roles(...CONSOLE_ROLES)
export class BatchesController {
  constructor(
    private readonly book: BatchBook,
    private readonly runner: OperationRunner,
  ) {}

  @Post()
  @HttpCode(202)
  @Roles(...OPERATOR_ROLES)
  @ApiHeader(IDEMPOTENCY_KEY)
  @Documented({
    accepted: 'On record; it is worked in the background',
    summary: 'Bắt đầu một lô — act on everything that a selection brings now',
    description:
      '`stop` and `withdraw` on `cases` (at least one condition), `retry` and `discard` on `incidents`. Up to 100,000 items, 250 a second at most.',
    refuses: KEYED_REFUSALS,
  })
  async start(
    @Headers('idempotency-key') header: string | undefined,
    @Body() form: BatchForm,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BatchView> {
    const caller = callerOf(request);
    const key = idempotencyKey(header);
    const asked = batchRequest(form);
    const id = batchIdOf(operationId(caller.id, key));
    await this.runner.submit({
      caller,
      key,
      action: 'batch.start',
      target: id,
      reason: asked.reason,
      content: asked,
      prepare: async () => ({
        command: { type: 'batch.start', request: asked },
        before: 'cases' in asked ? { action: asked.action, cases: asked.cases } : { ...asked },
      }),
    });
    void reply.header('location', `/v1/operations/batches/${id}`);
    return batchView(await this.book.find(id), languageIn(request));
  }

  @Get()
  @Documented({ summary: 'Các lô — batches, newest first', refuses: ['validation-failed'] })
  async list(
    @Query() { limit, cursor }: BatchPageForm,
    @Headers('accept-language') accept: string | undefined,
  ): Promise<BatchListView> {
    const after = cursor === undefined ? undefined : readBatchCursor(cursor);
    const found = await this.book.newest(limit + 1, after);
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map((batch) => batchView(batch, languageOf(accept))),
      ...(found.length > limit && last && { nextCursor: writeBatchCursor(last) }),
    };
  }

  @Get(':id')
  @Documented({ summary: 'Một lô — one batch and how far it is', refuses: ['batch-not-found'] })
  async find(
    @Param('id') id: string,
    @Headers('accept-language') accept: string | undefined,
  ): Promise<BatchView> {
    return batchView(await this.book.find(id), languageOf(accept));
  }

  @Get(':id/items')
  @Documented({
    summary: 'Kết quả từng mục — what came of every item, in the order of the selection',
    refuses: ['validation-failed', 'batch-not-found'],
  })
  async items(
    @Param('id') id: string,
    @Query() { result, limit, cursor }: BatchItemPageForm,
    @Headers('accept-language') accept: string | undefined,
  ): Promise<BatchItemListView> {
    const from = cursor === undefined ? { chunk: 0, index: 0 } : readItemCursor(cursor);
    const language = languageOf(accept);
    const items: BatchItem[] = [];
    for await (const { at, item } of this.itemsFrom(await this.book.find(id), from, language)) {
      if (result !== undefined && item.result !== result) continue;
      if (items.length === limit) return { items, nextCursor: writeItemCursor(at) };
      items.push(item);
    }
    return { items };
  }

  @Post(':id/cancel')
  @HttpCode(202)
  @Roles(...OPERATOR_ROLES)
  @ApiHeader(IDEMPOTENCY_KEY)
  @Documented({
    accepted: 'What is in hand is finished, nothing more is taken up',
    summary: 'Hủy lô — take up no more of its items',
    refuses: [...KEYED_REFUSALS, 'batch-not-found', 'batch-ended'],
  })
  async cancel(
    @Param('id') id: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body() { reason }: ReasonBody,
    @Req() request: FastifyRequest,
  ): Promise<BatchView> {
    await this.runner.submit({
      caller: callerOf(request),
      key,
      action: 'batch.cancel',
      target: id,
      reason,
      content: {},
      prepare: async () => {
        const { status, total, succeeded, failed, skipped } = await this.book.find(id);
        return {
          command: { type: 'batch.cancel', batch: id },
          before: { status, total, succeeded, failed, skipped },
        };
      },
    });
    return batchView(await this.book.find(id), languageIn(request));
  }

  private async *itemsFrom(
    batch: FoundBatch,
    from: { readonly chunk: number; readonly index: number },
    language: Language,
  ): AsyncGenerator<{
    readonly at: { readonly chunk: number; readonly index: number };
    readonly item: BatchItem;
  }> {
    for await (const chunk of this.book.chunksFrom(batch, from.chunk)) {
      for (let index = 0; index < chunk.targets.length; index++) {
        if (chunk.number === from.chunk && index < from.index) continue;
        const item = itemView(chunk, index, language);
        if (item) yield { at: { chunk: chunk.number, index }, item };
      }
    }
  }
}

function languageIn(request: FastifyRequest): Language {
  return languageOf(request.headers['accept-language']);
}
