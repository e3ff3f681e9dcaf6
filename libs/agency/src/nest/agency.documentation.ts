import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { AGENCIES, PROCEDURE_GROUPS, WORK_ITEM_STATUSES } from '@lienthong/contracts';
import { type ProblemCode, Refuses } from '@lienthong/platform';

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const time: Schema = { type: 'string', format: 'date-time', description: 'ISO 8601 with +07:00' };

/** A page of items as lists answer it. */
export function pageOf(item: Schema): Schema {
  return {
    type: 'object',
    required: ['items'],
    properties: {
      items: { type: 'array', items: item },
      nextCursor: { ...text, description: 'There while there is more' },
    },
  };
}

export const WORK_ITEM: Schema = {
  type: 'object',
  required: [
    'id',
    'agency',
    'office',
    'dossierNumber',
    'procedureGroup',
    'localNumber',
    'status',
    'attempt',
    'receivedAt',
    'startedAt',
  ],
  properties: {
    id: text,
    agency: { type: 'string', enum: [...AGENCIES] },
    office: text,
    dossierNumber: text,
    procedureGroup: { type: 'string', enum: [...PROCEDURE_GROUPS] },
    procedures: { type: 'array', items: text, description: 'To decide on, while there is no result' },
    localNumber: text,
    status: { type: 'string', enum: [...WORK_ITEM_STATUSES] },
    attempt: { type: 'integer', minimum: 1 },
    receivedAt: time,
    startedAt: time,
    dueAt: time,
    decidedAt: time,
    officer: text,
    note: { type: 'object' },
    reason: {
      type: 'object',
      required: ['code', 'vi', 'en'],
      properties: { code: text, vi: text, en: text },
    },
  },
};

export const AGENCY_RECORD: Schema = {
  type: 'object',
  required: ['id', 'agency', 'office', 'localNumber', 'corrections', 'record'],
  properties: {
    id: text,
    agency: { type: 'string', enum: [...AGENCIES] },
    office: text,
    localNumber: text,
    corrections: { type: 'integer', minimum: 0, description: 'How often it followed a correction' },
    record: { description: 'As the agency keeps it' },
  },
};

export interface AgencyDocumentation {
  readonly summary: string;
  readonly description?: string;
  /** Of the answer; none where every call is refused. */
  readonly answers?: Schema;
  readonly refuses?: readonly ProblemCode[];
}

/** An operation of an agency in the OpenAPI document. */
export function DocumentedAgency({
  summary,
  description,
  answers,
  refuses = [],
}: AgencyDocumentation): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary, ...(description !== undefined && { description }) }),
    ApiHeader({ name: 'Accept-Language', required: false, description: '`vi` (default) or `en`' }),
    ...(answers === undefined
      ? []
      : [
          ApiResponse({
            status: 200,
            description: 'As of now',
            content: { 'application/json': { schema: answers } },
          }),
        ]),
    Refuses(...refuses),
  );
}
