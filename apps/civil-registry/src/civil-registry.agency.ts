import { type AgencySpec, type OpenItem, officeSeries, withCorrectedFields } from '@lienthong/agency';
import { isoDay } from '@lienthong/calendar';
import {
  type AgencyReportType,
  type Certificate,
  type ProcedureGroup,
  type ReportOutcome,
} from '@lienthong/contracts';
import { type DecisionContext, type NumberRequest } from '@lienthong/engine';
import { type Geography } from '@lienthong/geography';
import { certificateEntry, personalIdBucket, personalIdFor, type PersonalIdGroup } from '@lienthong/numbers';
import { isLateRegistration } from './late-registration';
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
  const idGroup = ({ office, open }: Item): PersonalIdGroup => ({
    // An office that is no commune has no province either: the number library refuses that.
    provinceCode: geography.provinceOfCommune(office)?.code ?? '',
    sex: open.facts.entry.sex,
    birthYear: Number(open.facts.entry.dateOfBirth.slice(0, 4)),
  });

  const personalIdOf = (item: Item, context: DecisionContext): string => {
    const { personalId } = item.open.facts.entry;
    if (personalId !== undefined) return personalId;
    const group = idGroup(item);
    return personalIdFor({ ...group, counter: context.number(personalIdBucket(group)) - 1 });
  };

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
      if (item.group === 'birth') numbers.push({ name: personalIdBucket(idGroup(item)), period: FOR_EVER });
      return {
        claims: claim === undefined ? [] : [claim],
        lookups: [deceasedKey(facts.applicantId), ...lookupsOf(facts)],
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
      lookups: lookupsOf,
      remarks: ({ entry, traces = [], unlikely = [] }, context) => [
        ...othersAt(traces, context).map(possibleDuplicate),
        ...unlikely,
        ...(isOfAnother(entry, context) ? [PERSONAL_ID_OF_ANOTHER] : []),
      ],
    },

    issue(item, context) {
      const personalId = personalIdOf(item, context);
      const certificate = drawUp(item, context);
      const { entry, birthNotice } = item.open.facts;
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
        keys: [...(birthNotice === undefined ? [] : [birthNotice]), ...keysOf(record, item.office)],
      };
    },

    correct: (record, data) =>
      withCorrectedFields(record, data, record.occurredAt === undefined ? CHILD_FIELDS : DECEASED_FIELDS),

    keysOf,

    result: ({ certificate, personalId }) => ({ certificate, personalId }),

    claims(record) {
      const claim = claimOf(record);
      return claim === undefined ? [] : [claim];
    },

    subject: ({ personalId }, correction) => ({ personalId, ...(correction && { correction }) }),
  };
}

const CHILD_FIELDS = {
  'child.fullName': 'fullName',
  'child.dateOfBirth': 'dateOfBirth',
  'child.sex': 'sex',
  'child.ethnicity': 'ethnicity',
} as const;

const DECEASED_FIELDS = {
  'deceased.fullName': 'fullName',
  'deceased.dateOfBirth': 'dateOfBirth',
  'deceased.sex': 'sex',
  'deceased.ethnicity': 'ethnicity',
  'death.occurredAt': 'occurredAt',
} as const;

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
function keysOf(record: RegistryRecord, office: string): readonly string[] {
  const { occurredAt, personalId, fullName } = record;
  const traces = eventTraces(record, office);
  return occurredAt === undefined ? [...traces, ...holderKeys(personalId, fullName)] : traces;
}

/** What the event of this work is known by. */
function claimOfWork({ entry, birthNotice }: RegistryFacts): string | undefined {
  return birthNotice ?? claimOf(entry);
}

/** Who may have registered it before, and whose the personal id of the deceased is. */
function lookupsOf({ entry }: RegistryFacts): readonly string[] {
  const { occurredAt, personalId, fullName, birthNoticeNumber } = entry;
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
