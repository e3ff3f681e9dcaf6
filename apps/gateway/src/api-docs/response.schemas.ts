import {
  CASE_STATUSES,
  LINKED_AGENCIES,
  POLICY_IDS,
  PROCEDURE_GROUPS,
  PROCEDURE_STATUSES,
  SEGMENT_KINDS,
  REPLAY_PHASES,
  BIRTH_PROCEDURES,
  DEATH_PROCEDURES,
} from '@lienthong/contracts';
import { FIELD_ERRORS, PROBLEMS } from '@lienthong/platform';

type Schema = Readonly<Record<string, unknown>>;

const text = { type: 'string' } as const;
const bool = { type: 'boolean' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const time = { type: 'string', format: 'date-time', description: 'ISO 8601 with +07:00' } as const;
const oneOf = (values: readonly string[]): Schema => ({ type: 'string', enum: [...values] });
const list = (items: Schema): Schema => ({ type: 'array', items });
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const object = (
  properties: Record<string, Schema>,
  required: readonly string[] = Object.keys(properties),
): Schema => ({
  type: 'object',
  properties,
  required: [...required],
});

const label = object({ code: { type: 'integer' }, label: text });
const agency = oneOf(LINKED_AGENCIES);
const procedure = oneOf([...BIRTH_PROCEDURES, ...DEATH_PROCEDURES]);
const dossierNumber = {
  ...text,
  pattern: '^G22\\.99\\.08-\\d{8}-\\d{7}$',
  example: 'G22.99.08-20261116-0000001',
};

/** The fields of {@link PROBLEMS} and {@link FIELD_ERRORS} as one schema. */
const problem = object(
  {
    type: { ...text, format: 'uri-reference', example: '/problems/validation-failed' },
    title: text,
    status: { type: 'integer' },
    detail: text,
    instance: text,
    code: oneOf(Object.keys(PROBLEMS)),
    errors: list(
      object({
        pointer: { ...text, description: 'JSON pointer into the body; /query/… and /header/… outside it' },
        code: oneOf(Object.keys(FIELD_ERRORS)),
        message: text,
      }),
    ),
    allowedActions: list(oneOf(['supplement', 'withdraw', 'correct', 'cancel'])),
    traceId: { ...text, pattern: '^[0-9a-f]{32}$' },
  },
  ['type', 'title', 'status', 'code'],
);

const receipt = object(
  {
    dossierNumber,
    status: oneOf(['submitted']),
    policy: oneOf(POLICY_IDS),
    appointment: time,
    appointmentProvisional: { ...bool, description: 'The appointment depends on holidays not decreed yet' },
  },
  ['dossierNumber', 'status', 'policy', 'appointment'],
);

const batchResult = object(
  {
    line: count,
    idempotencyKey: text,
    status: { type: 'integer', description: 'The HTTP status this dossier alone would have got' },
    dossierNumber,
    policy: oneOf(POLICY_IDS),
    appointment: time,
    location: text,
    code: oneOf(Object.keys(PROBLEMS)),
    problem: ref('Problem'),
  },
  ['line', 'status'],
);

const caseView = object(
  {
    dossierNumber,
    procedureGroup: oneOf(PROCEDURE_GROUPS),
    status: oneOf(CASE_STATUSES),
    nationalStatus: label,
    linkedStatus: label,
    policy: oneOf(POLICY_IDS),
    submittedAt: time,
    acceptedAt: time,
    appointment: time,
    finishedAt: time,
    overdue: bool,
    procedures: list(
      object(
        {
          procedure,
          agency,
          office: text,
          status: oneOf(PROCEDURE_STATUSES),
          startedAt: time,
          dueAt: time,
          finishedAt: time,
          onTime: bool,
          result: { type: 'object' },
          reason: object({ code: text, vi: text, en: text }),
        },
        ['procedure', 'agency', 'office', 'status'],
      ),
    ),
    remarks: {
      ...list(
        object({ code: text, vi: text, en: text, agency, dossierNumber }, ['code', 'vi', 'en', 'agency']),
      ),
      description: 'Lưu ý: what an officer should look at; it decides nothing by itself',
    },
    allowedActions: list(oneOf(['supplement', 'withdraw', 'correct', 'cancel'])),
    promises: list(
      object(
        {
          promisedAt: time,
          dueAt: time,
          reason: oneOf(['receipt', 'moved', 'apology']),
          agency,
          broken: { ...bool, description: 'It passed while the work was open' },
        },
        ['promisedAt', 'dueAt', 'reason', 'broken'],
      ),
    ),
    supplements: list(object({ agency, until: time })),
  },
  [
    'dossierNumber',
    'procedureGroup',
    'status',
    'nationalStatus',
    'linkedStatus',
    'policy',
    'submittedAt',
    'appointment',
    'overdue',
    'procedures',
    'allowedActions',
    'supplements',
  ],
);

const timelineEntry = object({ at: time, type: text, agency, summary: text, data: { type: 'object' } }, [
  'at',
  'type',
  'summary',
]);

const processingTime = object({
  total: object(
    {
      calendarMs: count,
      workingMs: { ...count, description: 'Office hours from filing to end, the applicant’s among them' },
      netWorkingMs: { ...count, description: 'Office hours that count against the limit' },
      applicantWorkingMs: { ...count, description: 'Office hours in which the applicant owed a supplement' },
      limitWorkingDays: count,
      pausedMs: { ...count, description: 'Calendar time in which the applicant owed a supplement' },
      onTime: bool,
    },
    ['calendarMs', 'workingMs', 'netWorkingMs', 'applicantWorkingMs', 'limitWorkingDays', 'pausedMs'],
  ),
  segments: list(
    object({
      procedure,
      agency,
      kind: oneOf(SEGMENT_KINDS),
      from: time,
      to: time,
      calendarMs: count,
    }),
  ),
});

/** What the API answers, by name. */
const replay = object(
  {
    run: text,
    phase: oneOf(REPLAY_PHASES),
    dossiers: count,
    sent: count,
    answered: count,
    refused: count,
    ratePerSecond: { type: 'number', minimum: 0 },
    startedAt: time,
    ended: bool,
    toldAt: time,
    stale: { ...bool, description: 'It has not ended, and its last word is older than 30 s' },
  },
  ['run', 'phase', 'sent', 'answered', 'refused', 'ratePerSecond', 'startedAt', 'ended', 'toldAt', 'stale'],
);

export const RESPONSE_SCHEMAS = {
  Problem: problem,
  Receipt: receipt,
  BatchResult: batchResult,
  Case: caseView,
  CasePage: object({ items: list(ref('Case')), nextCursor: text }, ['items']),
  Timeline: object({ entries: list(timelineEntry) }),
  ProcessingTime: processingTime,
  ActionReceipt: object({ dossierNumber, action: text, status: oneOf(CASE_STATUSES) }),
  Instant: object({ now: time }),
  ReplayAnswer: object({ replay }, []),
} as const satisfies Record<string, Schema>;

export type ResponseName = keyof typeof RESPONSE_SCHEMAS;
