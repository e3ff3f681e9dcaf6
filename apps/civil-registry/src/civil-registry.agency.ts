import { type AgencySpec, type OpenItem, officeSeries } from '@lienthong/agency';
import { isoDay } from '@lienthong/calendar';
import {
  type AgencyReportType,
  type Certificate,
  type ProcedureGroup,
  type Reason,
  type ReportOutcome,
} from '@lienthong/contracts';
import { type DecisionContext, type NumberRequest } from '@lienthong/engine';
import { type Geography } from '@lienthong/geography';
import { certificateEntry, personalIdBucket, personalIdFor, type PersonalIdGroup } from '@lienthong/numbers';
import { isLateRegistration } from './late-registration';
import { correctedEntry } from './registry.correction';
import { registryFacts } from './registry.facts';
import { deceasedKey, eventTraces, holderKeys, unscopedBirthNoticeKey } from './registry.keys';
import {
  alreadyRegistered,
  APPLICANT_DECEASED,
  PERSONAL_ID_OF_ANOTHER,
  REFUSAL,
  SUPPLEMENT,
} from './registry.reasons';
import { possibleDuplicate } from './registry.remarks';
import { type RegistryEntry, type RegistryFacts, type RegistryRecord } from './registry.record';

type Item = OpenItem<RegistryFacts, RegistryRecord>;

const NUMBER_PREFIX = 'HT';
/** Births and deaths are entered in books of their own: khai sinh, khai tử. */
const BOOKS: Readonly<Record<ProcedureGroup, string>> = { birth: 'KS', death: 'KT' };
/** Running numbers of people never start again. */
const FOR_EVER = '';

const COMMON = {
  refused: 'vn.lienthong.registration.refused.v1',
  'supplement-requested': 'vn.lienthong.supplement.requested.v1',
  'verification-opened': 'vn.lienthong.residence-verification.opened.v1',
  stopped: 'vn.lienthong.work.stopped.v1',
  corrected: 'vn.lienthong.certificate.corrected.v1',
} as const satisfies Partial<Record<ReportOutcome, AgencyReportType>>;

/**
 * The civil registry (tư pháp – hộ tịch, UBND cấp xã): registers births and deaths, obtains a newborn's personal
 * id, and lets no event be registered twice. A dead parent is no obstacle, a dead applicant is.
 */
export function civilRegistry(
  geography: Pick<Geography, 'provinceOfCommune'>,
): AgencySpec<RegistryFacts, RegistryRecord> {
  const idGroup = (office: string, { sex, dateOfBirth }: RegistryEntry): PersonalIdGroup => ({
    // An office that is no commune has no province either: the number library refuses that.
    provinceCode: geography.provinceOfCommune(office)?.code ?? '',
    sex,
    birthYear: Number(dateOfBirth.slice(0, 4)),
  });

  const newPersonalId = (office: string, entry: RegistryEntry, context: DecisionContext): string => {
    const group = idGroup(office, entry);
    return personalIdFor({ ...group, counter: context.number(personalIdBucket(group)) - 1 });
  };

  const idSeries = (office: string, entry: RegistryEntry): NumberRequest => ({
    name: personalIdBucket(idGroup(office, entry)),
    period: FOR_EVER,
  });

  return {
    agency: 'civil-registry',
    numberPrefix: NUMBER_PREFIX,
    reports: {
      birth: {
        ...COMMON,
        approved: 'vn.lienthong.birth.registered.v1',
        revoked: 'vn.lienthong.birth-registration.cancelled.v1',
      },
      death: {
        ...COMMON,
        approved: 'vn.lienthong.death.registered.v1',
        revoked: 'vn.lienthong.death-registration.cancelled.v1',
      },
    },
    reasons: { supplement: SUPPLEMENT, refusal: REFUSAL },
    facts: registryFacts,

    needs(item, now) {
      const { facts } = item.open;
      const claim = claimOfWork(facts);
      const numbers = [bookSeries(item, now)];
      if (item.group === 'birth') numbers.push(idSeries(item.office, facts.entry));
      return {
        claims: claim === undefined ? [] : [claim],
        lookups: [deceasedKey(facts.applicantId), ...lookupsOf(facts.entry)],
        numbers,
      };
    },

    objection({ open: { facts } }, context) {
      if (context.owner(deceasedKey(facts.applicantId)) !== undefined) return APPLICANT_DECEASED;
      if (isOfAnother(facts.entry, context)) return PERSONAL_ID_OF_ANOTHER;
      const holder = registeredBy(facts, context);
      return holder === undefined ? undefined : alreadyRegistered(holder);
    },

    notices: {
      traces: ({ traces = [] }) => traces,
      lookups: ({ entry }) => lookupsOf(entry),
      remarks: ({ entry, traces = [], unlikely = [] }, context) => [
        ...othersAt(traces, context).map(possibleDuplicate),
        ...unlikely,
        ...(isOfAnother(entry, context) ? [PERSONAL_ID_OF_ANOTHER] : []),
      ],
    },

    issue(item, context) {
      const { entry, birthNotice, traces } = item.open.facts;
      const personalId = entry.personalId ?? newPersonalId(item.office, entry, context);
      const certificate = drawUp(item, context);
      const happened = entry.occurredAt ?? entry.dateOfBirth;
      const late = isLateRegistration(item.group, happened, item.receivedAt);
      const record = { ...entry, active: true, certificate, personalId, late };
      return {
        record,
        result: { certificate, personalId },
        announcements:
          item.group === 'birth'
            ? [{ type: 'vn.lienthong.personal-id.allocated.v1', data: { personalId, at: context.now } }]
            : [],
        keys: [...(birthNotice === undefined ? [] : [birthNotice]), ...keysOf(record, item.office, traces)],
      };
    },

    needsOfCorrection({ office, group, record: before }, { data }) {
      const { record, claim, needsNewId } = correctedEntry(before, group, data);
      return {
        ...(claim !== undefined && { claims: [claim], lookups: lookupsOf(record) }),
        ...(needsNewId && { numbers: [idSeries(office, record)] }),
      };
    },

    correct({ office, group, receivedAt, record: before }, { correction, data }, context) {
      const { record, claim, releases, needsNewId } = correctedEntry(before, group, data);
      const objection = claim === undefined ? undefined : objectionTo(record, claim, context);
      if (objection) return { record: before, objection, releases: ownedAmong([claim], context) };
      if (record === before) return { record };
      const personalId = needsNewId ? newPersonalId(office, record, context) : record.personalId;
      const happened = record.occurredAt ?? record.dateOfBirth;
      const corrected = { ...record, personalId, late: isLateRegistration(group, happened, receivedAt) };
      const keys = claim !== undefined && group === 'birth' ? [claim] : [];
      if (personalId === before.personalId) return { record: corrected, keys, releases };
      const former = { personalId: before.personalId, until: isoDay(context.now) };
      return {
        record: { ...corrected, formerPersonalIds: [...(before.formerPersonalIds ?? []), former] },
        keys,
        releases,
        announcements: [
          group === 'birth'
            ? { type: 'vn.lienthong.personal-id.allocated.v1', data: { personalId, at: context.now } }
            : {
                type: 'vn.lienthong.deceased.identified.v1',
                data: { correction, registrySubject: { personalId } },
              },
        ],
      };
    },

    keysOf: (record, office) => keysOf(record, office),

    result: ({ certificate, personalId }) => ({ certificate, personalId }),

    claims(record) {
      const claim = claimOf(record);
      return claim === undefined ? [] : [claim];
    },

    /** A correction may change whom it is about: it is told to whom it was. */
    subject: ({ personalId }, correction) => ({ personalId, ...(correction && { correction }) }),
  };
}

function bookSeries({ group, office }: Item, now: number): NumberRequest {
  return { name: officeSeries({ numberPrefix: BOOKS[group] }, office), period: isoDay(now).slice(0, 4) };
}

/** Enters the event in the office's book of the year: số, quyển, trang. */
function drawUp(item: Item, context: DecisionContext): Certificate {
  const { name, period } = bookSeries(item, context.now);
  return {
    ...certificateEntry(context.number(name), Number(period)),
    registeredOn: isoDay(context.now),
    office: item.office,
  };
}

/** By what a registered event is recognised, and whom the registry numbered. */
function keysOf(
  record: RegistryRecord,
  office: string,
  traces = eventTraces(record, office),
): readonly string[] {
  const { occurredAt, personalId, fullName } = record;
  return occurredAt === undefined ? [...traces, ...holderKeys(personalId, fullName)] : traces;
}

/** What the event of this work is known by. */
function claimOfWork({ entry, birthNotice }: RegistryFacts): string | undefined {
  return birthNotice ?? claimOf(entry);
}

/** Who may have registered it before, and whose the personal id of the deceased is. */
function lookupsOf({
  occurredAt,
  personalId,
  fullName,
  birthNoticeNumber,
}: RegistryEntry): readonly string[] {
  if (occurredAt !== undefined && personalId !== undefined)
    return [deceasedKey(personalId), ...holderKeys(personalId, fullName)];
  return birthNoticeNumber === undefined ? [] : [unscopedBirthNoticeKey(birthNoticeNumber)];
}

/** The other dossiers that hold any of the keys, each once. */
function othersAt(keys: readonly string[], context: DecisionContext): readonly string[] {
  const owners = keys
    .map((key) => context.owner(key))
    .filter((holder) => holder !== undefined && holder !== context.id);
  return [...new Set(owners as readonly string[])];
}

/** The other dossier that registered the same event. */
function registeredBy(facts: RegistryFacts, context: DecisionContext): string | undefined {
  const { birthNoticeNumber } = facts.entry;
  const unscoped = birthNoticeNumber === undefined ? undefined : unscopedBirthNoticeKey(birthNoticeNumber);
  const keys = [claimOfWork(facts), unscoped].filter((key) => key !== undefined);
  return othersAt(keys, context)[0];
}

/** Why the corrected event cannot be known by `claim`. */
function objectionTo(record: RegistryRecord, claim: string, context: DecisionContext): Reason | undefined {
  if (isOfAnother(record, context)) return PERSONAL_ID_OF_ANOTHER;
  const { birthNoticeNumber } = record;
  const keys = birthNoticeNumber === undefined ? [claim] : [claim, unscopedBirthNoticeKey(birthNoticeNumber)];
  const [holder] = othersAt(keys, context);
  return holder === undefined ? undefined : alreadyRegistered(holder);
}

function ownedAmong(keys: readonly (string | undefined)[], context: DecisionContext): readonly string[] {
  return keys.filter((key) => key !== undefined).filter((key) => context.owner(key) === context.id);
}

/** Whether the deceased bears a personal id that the registry gave to a child of another name. */
function isOfAnother({ occurredAt, personalId, fullName }: RegistryEntry, context: DecisionContext): boolean {
  if (occurredAt === undefined || personalId === undefined) return false;
  const [id, name] = holderKeys(personalId, fullName);
  return context.owner(id) !== undefined && context.owner(name) === undefined;
}

/** What makes a registered event the same event: the national birth notice, or the person who died. */
function claimOf({
  occurredAt,
  personalId,
  birthNoticeNumber,
}: Pick<RegistryEntry, 'occurredAt' | 'personalId' | 'birthNoticeNumber'>): string | undefined {
  if (occurredAt !== undefined && personalId !== undefined) return deceasedKey(personalId);
  return birthNoticeNumber === undefined ? undefined : unscopedBirthNoticeKey(birthNoticeNumber);
}
