import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { CASE_STATUSES, PROCEDURE_GROUPS } from '@lienthong/contracts';
import { Refuses } from '@lienthong/platform';
import { ReplayNoticeForm } from '../replay/replay-notice.form';
import { AdvanceForm } from '../simulation/advance.form';
import { BirthDossierForm } from '../intake/forms/birth.forms';
import { DeathDossierForm } from '../intake/forms/death.forms';
import { EXAMPLES } from './examples';
import { type ResponseName } from './response.schemas';

function answers(
  status: number,
  name: ResponseName,
  description: string,
  headers: Record<string, object> = {},
): MethodDecorator {
  return ApiResponse({
    status,
    description,
    headers: headers,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
  });
}

const idempotencyKey = (required: boolean): MethodDecorator =>
  ApiHeader({
    name: 'Idempotency-Key',
    required,
    description: 'The same key with the same body gets the first answer again; with another body 422',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  });
const Language = ApiHeader({
  name: 'Accept-Language',
  required: false,
  description: '`vi` (default) or `en`',
});
const DossierNumber = ApiParam({ name: 'dossierNumber', example: 'G22.99.08-20261116-0000001' });

export function DocumentedSubmission(): MethodDecorator {
  return applyDecorators(
    ApiTags('Nộp hồ sơ'),
    ApiOperation({ summary: 'Nộp hồ sơ — file one dossier', operationId: 'submitDossier' }),
    idempotencyKey(true),
    Language,
    ApiExtraModels(BirthDossierForm, DeathDossierForm),
    ApiBody({
      schema: {
        oneOf: [{ $ref: getSchemaPath(BirthDossierForm) }, { $ref: getSchemaPath(DeathDossierForm) }],
        discriminator: {
          propertyName: 'procedureGroup',
          mapping: { birth: getSchemaPath(BirthDossierForm), death: getSchemaPath(DeathDossierForm) },
        },
      },
      examples: EXAMPLES,
    }),
    answers(202, 'Receipt', 'Durable and on its way', { Location: { schema: { type: 'string' } } }),
    Refuses(
      'idempotency-key-missing',
      'idempotency-key-too-long',
      'idempotency-key-reused',
      'too-many-requests',
      'calendar-year-missing',
    ),
  );
}

export function DocumentedBatch(): MethodDecorator {
  return applyDecorators(
    ApiTags('Nộp hồ sơ'),
    ApiOperation({
      summary: 'Nộp lô hồ sơ — file dossiers as NDJSON, one a line, each with an idempotencyKey field',
      description:
        'Streams one result a line back, in order. A bad line spoils no other; a line may hold 64 KiB.',
      operationId: 'submitBatch',
    }),
    Language,
    ApiBody({ required: true, description: 'NDJSON', schema: { type: 'string' } }),
    ApiResponse({
      status: 200,
      description: 'One result a line',
      content: { 'application/x-ndjson': { schema: { $ref: '#/components/schemas/BatchResult' } } },
    }),
    Refuses('unsupported-media-type', 'too-many-at-once'),
  );
}

export function DocumentedAction(
  operationId: string,
  summary: string,
  form: new () => object,
): MethodDecorator {
  return applyDecorators(
    ApiTags('Thao tác'),
    ApiOperation({ summary, operationId }),
    DossierNumber,
    idempotencyKey(false),
    Language,
    ApiBody({ type: form }),
    answers(202, 'ActionReceipt', 'On its way; the timeline tells what came of it'),
    Refuses(
      'idempotency-key-missing',
      'idempotency-key-too-long',
      'idempotency-key-reused',
      'operators-only',
      'dossier-not-found',
      'action-not-allowed',
      'supplement-not-owed',
    ),
  );
}

export function DocumentedRead(
  operationId: string,
  response: ResponseName,
  summary: string,
): MethodDecorator {
  return applyDecorators(
    ApiTags('Tra cứu'),
    ApiOperation({ summary, operationId }),
    DossierNumber,
    Language,
    answers(200, response, 'As of now'),
    Refuses('dossier-not-found'),
  );
}

export function DocumentedList(): MethodDecorator {
  const query = (name: string, schema: object, description = ''): MethodDecorator =>
    ApiQuery({ name, required: false, description, schema });
  return applyDecorators(
    ApiTags('Tra cứu'),
    ApiOperation({ summary: 'Danh sách hồ sơ — cases by filter', operationId: 'listDossiers' }),
    query('status', { type: 'string', enum: [...CASE_STATUSES] }),
    query('procedureGroup', { type: 'string', enum: [...PROCEDURE_GROUPS] }),
    query('province', { type: 'string', pattern: '^\\d{2}$' }),
    query('from', { type: 'string' }, 'Filed at or after: a day in Vietnam or an instant'),
    query('to', { type: 'string' }, 'Filed before'),
    query('limit', { type: 'integer', minimum: 1, maximum: 200, default: 50 }),
    query('cursor', { type: 'string' }, '`nextCursor` of the page before'),
    Language,
    answers(200, 'CasePage', 'A page; `nextCursor` when there may be more'),
    Refuses('validation-failed'),
  );
}

export function DocumentedEvents(): MethodDecorator {
  return applyDecorators(
    ApiTags('Tra cứu'),
    ApiOperation({
      summary: 'Theo dõi hồ sơ — Server-Sent Events of the timeline',
      operationId: 'followDossier',
    }),
    DossierNumber,
    Language,
    ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Goes on after this event' }),
    ApiQuery({
      name: 'lastEventId',
      required: false,
      description: 'As the header, for clients that cannot set it',
    }),
    ApiResponse({
      status: 200,
      description: 'id: 1, 2, 3, …; data: an entry of the timeline',
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    }),
    Refuses('validation-failed', 'dossier-not-found', 'too-many-at-once', 'overloaded'),
  );
}

export function DocumentedAdvance(): MethodDecorator {
  return applyDecorators(
    ApiTags('Mô phỏng'),
    ApiOperation({ summary: 'Virtual clock only: run until then', operationId: 'advanceClock' }),
    Language,
    ApiBody({
      type: AdvanceForm,
      examples: { by: { value: { by: 'P3D' } }, to: { value: { to: '2026-11-20T17:00:00+07:00' } } },
    }),
    answers(200, 'Instant', 'All that was due has been done'),
    Refuses('virtual-clock-only'),
  );
}

export function DocumentedReplayNotice(): MethodDecorator {
  return applyDecorators(
    ApiTags('Mô phỏng'),
    ApiOperation({
      summary: 'Simulation clocks only: what a load tester tells of itself',
      description: 'Every few seconds and at its end. Only the last word is kept.',
      operationId: 'tellReplay',
    }),
    Language,
    ApiBody({ type: ReplayNoticeForm }),
    ApiResponse({ status: 204, description: 'Kept' }),
    Refuses(),
  );
}

export function DocumentedReplay(): MethodDecorator {
  return applyDecorators(
    ApiTags('Mô phỏng'),
    ApiOperation({ summary: 'The replay that spoke last, if any', operationId: 'latestReplay' }),
    Language,
    answers(200, 'ReplayAnswer', 'Empty before any replay spoke'),
    Refuses(),
  );
}
