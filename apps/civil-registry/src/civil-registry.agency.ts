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
import { alreadyRegistered, APPLICANT_DECEASED, REFUSAL, SUPPLEMENT } from './registry.reasons';
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
      const claim = claimOf(item.open.facts.entry);
      const numbers = [bookSeries(item, now)];
      if (item.group === 'birth') numbers.push({ name: personalIdBucket(idGroup(item)), period: FOR_EVER });
      return {
        claims: claim === undefined ? [] : [claim],
        lookups: [deceasedKey(item.open.facts.applicantId)],
        numbers,
      };
    },

    objection({ open: { facts } }, context) {
      if (context.owner(deceasedKey(facts.applicantId)) !== undefined) return APPLICANT_DECEASED;
      const claim = claimOf(facts.entry);
      const holder = claim === undefined ? undefined : context.owner(claim);
      return holder === undefined || holder === context.id ? undefined : alreadyRegistered(holder);
    },

    issue(item, context) {
      const personalId = personalIdOf(item, context);
      const certificate = drawUp(item, context);
      const { entry } = item.open.facts;
      const happened = entry.occurredAt ?? entry.dateOfBirth;
      const late = isLateRegistration(item.group, happened, item.receivedAt);
      return {
        record: { ...entry, active: true, certificate, personalId, late },
        result: { certificate, personalId },
        announcements:
          item.group === 'birth'
            ? [{ type: 'vn.lienthong.personal-id.allocated.v1', data: { personalId, at: context.now } }]
            : [],
      };
    },

    correct: (record, data) =>
      withCorrectedFields(record, data, record.occurredAt === undefined ? CHILD_FIELDS : DECEASED_FIELDS),

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

/** What makes an event the same event: the facility's birth notice, or the person who died. */
function claimOf({
  occurredAt,
  personalId,
  birthNoticeNumber,
}: Pick<RegistryEntry, 'occurredAt' | 'personalId' | 'birthNoticeNumber'>): string | undefined {
  if (occurredAt !== undefined && personalId !== undefined) return deceasedKey(personalId);
  return birthNoticeNumber === undefined ? undefined : `birth-notice:${birthNoticeNumber}`;
}

function deceasedKey(personalId: string): string {
  return `deceased:${personalId}`;
}
