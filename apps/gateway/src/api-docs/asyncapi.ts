import {
  AGENCY_NAMES,
  CASE_EVENT_NAMES,
  CASE_STATUSES,
  LINKED_AGENCIES,
  MESSAGE_CATALOGUE,
} from '@lienthong/contracts';

type Json = Readonly<Record<string, unknown>>;

interface Topic {
  readonly address: string;
  readonly description: string;
  /** By type. */
  readonly messages: Readonly<Record<string, string>>;
  readonly data: Json;
}

const REPORT: Json = {
  type: 'object',
  properties: {
    agency: { type: 'string', enum: [...LINKED_AGENCIES] },
    attempt: { type: 'integer' },
    outcome: { type: 'string' },
    receivedAt: { $ref: '#/components/schemas/EpochMs' },
    startedAt: { $ref: '#/components/schemas/EpochMs' },
    decidedAt: { $ref: '#/components/schemas/EpochMs' },
    localNumber: { type: 'string' },
    result: { type: 'object' },
    reason: { $ref: '#/components/schemas/Reason' },
    remarks: { type: 'array', items: { $ref: '#/components/schemas/Reason' } },
  },
};

const HISTORY_ENTRY: Json = {
  type: 'object',
  required: ['at', 'type', 'status'],
  properties: {
    at: { $ref: '#/components/schemas/EpochMs' },
    type: { type: 'string', enum: [...CASE_EVENT_NAMES] },
    agency: { type: 'string', enum: [...LINKED_AGENCIES] },
    data: { type: 'object' },
    status: { type: 'string', enum: [...CASE_STATUSES] },
  },
};

function topics(): readonly Topic[] {
  return [
    {
      address: 'dossier.events',
      description: 'What citizens and operators did; from the gateway',
      messages: MESSAGE_CATALOGUE['dossier.events'],
      data: { type: 'object' },
    },
    {
      address: 'case.events',
      description: "Each case's history as it grows; from the orchestrator",
      messages: MESSAGE_CATALOGUE['case.events'],
      data: HISTORY_ENTRY,
    },
    ...LINKED_AGENCIES.flatMap((agency): Topic[] => [
      {
        address: `${agency}.commands`,
        description: `To ${AGENCY_NAMES[agency].en}; from the orchestrator, and from its own offices`,
        messages: MESSAGE_CATALOGUE[`${agency}.commands`],
        data: { type: 'object' },
      },
      {
        address: `${agency}.events`,
        description: `From ${AGENCY_NAMES[agency].en}`,
        messages: MESSAGE_CATALOGUE[`${agency}.events`],
        data: REPORT,
      },
    ]),
    {
      address: 'judicial-records.events',
      description: 'Acknowledgements only: criminal data are published nowhere',
      messages: MESSAGE_CATALOGUE['judicial-records.events'],
      data: { type: 'object' },
    },
  ];
}

/** The AsyncAPI 3.0 document: every topic, its message types and what orders them. */
export function asyncApiDocument(): Json {
  const all = topics();
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Liên thông',
      version: '1',
      description:
        'CloudEvents 1.0 in binary mode. Key and subject: the dossier number, or the office where an agency tells the queue of one. Messages of one subject from one source come in order, at least once.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(all.map((topic) => [channelName(topic), channel(topic)])),
    operations: Object.fromEntries(
      all.map((topic) => [
        `receive-${channelName(topic)}`,
        { action: 'receive', channel: { $ref: `#/channels/${channelName(topic)}` } },
      ]),
    ),
    components: { schemas: SCHEMAS },
  };
}

function channelName({ address }: Topic): string {
  return address.replace('.', '-');
}

function channel({ address, description, messages, data }: Topic): Json {
  return {
    address,
    description,
    bindings: { kafka: { key: { type: 'string', description: 'The subject' } } },
    messages: Object.fromEntries(
      Object.entries(messages).map(([type, summary]) => [
        type,
        { name: type, summary, headers: { $ref: '#/components/schemas/CloudEvent' }, payload: data },
      ]),
    ),
  };
}

const SCHEMAS: Json = {
  EpochMs: { type: 'integer', description: "Milliseconds since 1970 of the simulation's clock" },
  Reason: {
    type: 'object',
    required: ['code', 'vi', 'en'],
    properties: { code: { type: 'string' }, vi: { type: 'string' }, en: { type: 'string' } },
  },
  CloudEvent: {
    type: 'object',
    required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_subject', 'ce_time'],
    properties: {
      ce_specversion: { type: 'string', const: '1.0' },
      ce_id: {
        type: 'string',
        description: '`<service>/<aggregate id>/<n>`: the same after a crash and a replay',
      },
      ce_source: { type: 'string', description: '`/<service>`' },
      ce_type: { type: 'string' },
      ce_subject: { type: 'string', description: 'The dossier number, or an office' },
      ce_time: { type: 'string', format: 'date-time' },
      traceparent: { type: 'string' },
    },
  },
};
