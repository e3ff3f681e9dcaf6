import { AGENCY_NAMES, LINKED_AGENCIES, type LinkedAgencyId } from './agencies';
import { CASE_EVENT_NAMES } from './case-events';
import { type CriminalRecordEvent } from './criminal-records';
import { type DossierEvent } from './dossier-events';
import { type Topic } from './message';
import { type AgencyCommand, type AgencyEvent } from './work';

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

/** Between the files at an agency and the queues of its offices (`libs/agency`), where officers are counted. */
const OFFICE_QUEUES: TopicMessages = {
  'vn.lienthong.officer.requested.v1': 'A file asks its office for an officer; subject: the office',
  'vn.lienthong.officer.released.v1': 'A stopped file needs its officer no more; subject: the office',
  'vn.lienthong.officer.assigned.v1': 'An officer of the office takes the file up',
};

/** All of it stays inside the agency but for what the orchestrator sends. */
const TO_AGENCY: TopicMessages = { ...COMMANDS, ...OFFICE_QUEUES };

const ALL = LINKED_AGENCIES;
const REGISTRY = ['civil-registry'] as const;
const RESIDENCY = ['residency'] as const;
const CARD = ['health-insurance'] as const;
const BENEFITS = ['social-benefits'] as const;

const AGENCY_EVENTS: Readonly<Record<TypeOf<AgencyEvent>, readonly LinkedAgencyId[]>> = {
  'vn.lienthong.work.remarked.v1': REGISTRY,
  'vn.lienthong.personal-id.allocated.v1': REGISTRY,
  'vn.lienthong.birth.registered.v1': REGISTRY,
  'vn.lienthong.death.registered.v1': REGISTRY,
  'vn.lienthong.registration.refused.v1': REGISTRY,
  'vn.lienthong.certificate.corrected.v1': REGISTRY,
  'vn.lienthong.correction.not-applicable.v1': ALL,
  'vn.lienthong.correction.rejected.v1': REGISTRY,
  'vn.lienthong.deceased.identified.v1': REGISTRY,
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
  'vn.lienthong.work.received.v1': ALL,
  'vn.lienthong.work.started.v1': ALL,
};

const JUDICIAL_RECORDS_EVENTS: Readonly<Record<TypeOf<CriminalRecordEvent>, string>> = {
  'vn.lienthong.criminal-record.marked-deceased.v1': 'The criminal-record database took note of the death',
  'vn.lienthong.criminal-record.not-applicable.v1': 'Nothing to take note of',
};

/** Types of messages with what they say, in English. */
export type TopicMessages = Readonly<Record<string, string>>;

/** Every topic with the types that may stand in it. */
export const MESSAGE_CATALOGUE: Readonly<Record<Topic, TopicMessages>> = {
  'dossier.events': DOSSIER_EVENTS,
  'case.events': Object.fromEntries(
    CASE_EVENT_NAMES.map((name) => [`vn.lienthong.${name}.v1`, `History entry ${name}`]),
  ),
  'civil-registry.commands': TO_AGENCY,
  'civil-registry.events': eventsOf('civil-registry'),
  'residency.commands': TO_AGENCY,
  'residency.events': eventsOf('residency'),
  'health-insurance.commands': TO_AGENCY,
  'health-insurance.events': eventsOf('health-insurance'),
  'social-benefits.commands': TO_AGENCY,
  'social-benefits.events': eventsOf('social-benefits'),
  'judicial-records.commands': {},
  'judicial-records.events': JUDICIAL_RECORDS_EVENTS,
};

/** Every topic that anything is sent to. */
export const TOPICS: readonly Topic[] = (Object.keys(MESSAGE_CATALOGUE) as Topic[]).filter(
  (topic) => Object.keys(MESSAGE_CATALOGUE[topic]).length > 0,
);

/** Whether messages of this type may stand in the topic. */
export function isKnownType(topic: Topic, type: string): boolean {
  return Object.hasOwn(MESSAGE_CATALOGUE[topic], type);
}

function eventsOf(agency: LinkedAgencyId): TopicMessages {
  const own = Object.entries(AGENCY_EVENTS).filter(([, agencies]) => agencies.includes(agency));
  return Object.fromEntries(own.map(([type]) => [type, `Report of ${AGENCY_NAMES[agency].en}`]));
}
