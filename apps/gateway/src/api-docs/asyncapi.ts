import {
  AGENCY_NAMES,
  CASE_EVENT_NAMES,
  CASE_STATUSES,
  LINKED_AGENCIES,
  type AgencyCommand,
  type AgencyEvent,
  type CriminalRecordEvent,
  type DossierEvent,
  type LinkedAgencyId,
} from '@lienthong/contracts';

type Json = Readonly<Record<string, unknown>>;
type TypeOf<M extends { readonly type: string }> = M['type'];

/** Each list names every type of its union: the compiler refuses a missing and an unknown one. */
const DOSSIER_EVENTS: Readonly<Record<TypeOf<DossierEvent>, string>> = {
  'vn.lienthong.dossier.submitted.v1': 'A dossier was filed, with its content and policy profile',
  'vn.lienthong.supplement.provided.v1': 'The applicant supplemented what an agency asked for',
  'vn.lienthong.withdrawal.requested.v1': 'The applicant withdraws',
  'vn.lienthong.stop.requested.v1': 'An operator stops the case',
  'vn.lienthong.correction.requested.v1': 'An operator corrects an issued certificate',
  'vn.lienthong.cancellation.requested.v1': 'An operator cancels the registration',
};

const COMMANDS: Readonly<Record<TypeOf<AgencyCommand>, string>> = {
  'vn.lienthong.work.requested.v1': 'Do your part of the dossier',
  'vn.lienthong.work.resumed.v1': 'Go on with the supplemented dossier',
  'vn.lienthong.stop.ordered.v1': 'Drop the work unless it has a result',
  'vn.lienthong.correction.ordered.v1': 'Bring your record in line with the correction',
  'vn.lienthong.revocation.ordered.v1': 'Undo your part',
};

const ALL = LINKED_AGENCIES;
const REGISTRY = ['civil-registry'] as const;
const RESIDENCY = ['residency'] as const;
const CARD = ['health-insurance'] as const;
const BENEFITS = ['social-benefits'] as const;

const AGENCY_EVENTS: Readonly<Record<TypeOf<AgencyEvent>, readonly LinkedAgencyId[]>> = {
  'vn.lienthong.personal-id.allocated.v1': REGISTRY,
  'vn.lienthong.birth.registered.v1': REGISTRY,
  'vn.lienthong.death.registered.v1': REGISTRY,
  'vn.lienthong.registration.refused.v1': REGISTRY,
  'vn.lienthong.certificate.corrected.v1': REGISTRY,
  'vn.lienthong.birth-registration.cancelled.v1': REGISTRY,
  'vn.lienthong.death-registration.cancelled.v1': REGISTRY,
  'vn.lienthong.residence.registered.v1': RESIDENCY,
  'vn.lienthong.residence.deleted.v1': RESIDENCY,
  'vn.lienthong.residence.refused.v1': RESIDENCY,
  'vn.lienthong.residence-verification.opened.v1': RESIDENCY,
  'vn.lienthong.residence.corrected.v1': RESIDENCY,
  'vn.lienthong.residence.revoked.v1': RESIDENCY,
  'vn.lienthong.health-card.issued.v1': CARD,
  'vn.lienthong.health-card.refused.v1': CARD,
  'vn.lienthong.health-card.corrected.v1': CARD,
  'vn.lienthong.health-card.revoked.v1': CARD,
  'vn.lienthong.benefit.decided.v1': BENEFITS,
  'vn.lienthong.benefit.refused.v1': BENEFITS,
  'vn.lienthong.benefit.corrected.v1': BENEFITS,
  'vn.lienthong.benefit.revoked.v1': BENEFITS,
  'vn.lienthong.supplement.requested.v1': ALL,
  'vn.lienthong.work.stopped.v1': ALL,
};

const JUDICIAL_RECORDS_EVENTS: Readonly<Record<TypeOf<CriminalRecordEvent>, string>> = {
  'vn.lienthong.criminal-record.marked-deceased.v1': 'The criminal-record database took note of the death',
  'vn.lienthong.criminal-record.not-applicable.v1': 'Nothing to take note of',
};

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
  const caseEvents = Object.fromEntries(
    CASE_EVENT_NAMES.map((name) => [`vn.lienthong.${name}.v1`, `History entry ${name}`]),
  );
  return [
    {
      address: 'dossier.events',
      description: 'What citizens and operators did; from the gateway',
      messages: DOSSIER_EVENTS,
      data: { type: 'object' },
    },
    {
      address: 'case.events',
      description: "Each case's history as it grows; from the orchestrator",
      messages: caseEvents,
      data: HISTORY_ENTRY,
    },
    ...LINKED_AGENCIES.flatMap((agency): Topic[] => [
      {
        address: `${agency}.commands`,
        description: `To ${AGENCY_NAMES[agency].en}; from the orchestrator`,
        messages: COMMANDS,
        data: { type: 'object' },
      },
      {
        address: `${agency}.events`,
        description: `From ${AGENCY_NAMES[agency].en}`,
        messages: eventsOf(agency),
        data: REPORT,
      },
    ]),
    {
      address: 'judicial-records.events',
      description: 'Acknowledgements only: criminal data are published nowhere',
      messages: JUDICIAL_RECORDS_EVENTS,
      data: { type: 'object' },
    },
  ];
}

function eventsOf(agency: LinkedAgencyId): Readonly<Record<string, string>> {
  const own = Object.entries(AGENCY_EVENTS).filter(([, agencies]) => agencies.includes(agency));
  return Object.fromEntries(own.map(([type]) => [type, `Report of ${AGENCY_NAMES[agency].en}`]));
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
        'CloudEvents 1.0 in binary mode. Key and subject: the dossier number. Messages of one dossier from one source come in order, at least once.',
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
    bindings: { kafka: { key: { type: 'string', description: 'The dossier number' } } },
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
      ce_subject: { type: 'string', description: 'The dossier number' },
      ce_time: { type: 'string', format: 'date-time' },
      ce_traceparent: { type: 'string' },
    },
  },
};
