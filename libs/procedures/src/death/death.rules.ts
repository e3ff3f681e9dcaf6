import { type DeathDossier } from '@lienthong/contracts';
import { AGE_LIMITS, ageRange, compareKnown } from '@lienthong/people';
import { checkApplicant, checkPersonalId, checkPrecision } from '../rules/people.rule';
import { type Rule } from '../rules/rule';

/** Length of the ISO text that each precision calls for. */
const LENGTH_OF_PRECISION = { year: 4, month: 7, day: 10, minute: 16 } as const;

/** The death lies between birth and filing, and is told as precisely as it says. */
const timeOfDeath: Rule<DeathDossier> = (
  { death: { occurredAt, precision }, deceased },
  { localTime },
  report,
) => {
  if (occurredAt.length !== LENGTH_OF_PRECISION[precision])
    report('/death/occurredAt', 'precision-mismatch', { field: 'precision' });
  if (occurredAt > localTime.slice(0, occurredAt.length)) report('/death/occurredAt', 'after-filing');
  if (compareKnown(occurredAt, deceased.dateOfBirth) < 0) report('/death/occurredAt', 'before-birth');
  if (compareKnown(deceased.dateOfBirth, localTime) > 0) report('/deceased/dateOfBirth', 'after-filing');
};

/** Who the deceased was fits together: date of birth, age at death, and what the personal id tells. */
const identity: Rule<DeathDossier> = ({ applicant, deceased, death }, { localTime }, report) => {
  checkApplicant(applicant, report);
  checkPrecision(deceased, '/deceased', report);
  const { max } = AGE_LIMITS.deceased.possible;
  const died = compareKnown(death.occurredAt, localTime) > 0 ? localTime : death.occurredAt;
  if (ageRange(deceased.dateOfBirth, died).min > max) {
    report('/deceased/dateOfBirth', 'age-impossible', { max });
  } else checkPersonalId(deceased, '/deceased', report);
};

const deathNotice: Rule<DeathDossier> = ({ death: { notice, occurredAt } }, { localTime }, report) => {
  if (!notice) return;
  if (notice.issuedOn > localTime.slice(0, 10)) report('/death/notice/issuedOn', 'after-filing');
  if (compareKnown(notice.issuedOn, occurredAt) < 0) report('/death/notice/issuedOn', 'before-death');
};

const livingPeople: Rule<DeathDossier> = ({ applicant, deceased, benefits }, _filing, report) => {
  if (applicant.personalId === deceased.personalId) report('/applicant/personalId', 'applicant-is-deceased');
  if (benefits?.payee.personalId === deceased.personalId)
    report('/benefits/payee/personalId', 'payee-is-deceased');
};

const bankPayment: Rule<DeathDossier> = ({ benefits }, _filing, report) => {
  if (benefits?.payment.method !== 'bank') return;
  if (benefits.payment.account === undefined) report('/benefits/payment/account', 'needed-for-bank-payment');
  if (benefits.payment.bank === undefined) report('/benefits/payment/bank', 'needed-for-bank-payment');
};

/** Yếu tố nước ngoài is outside the linked group. */
const nationality: Rule<DeathDossier> = ({ deceased }, _filing, report) => {
  if (deceased.nationality !== 'VN') report('/deceased/nationality', 'foreign-element');
};

export const deathRules: readonly Rule<DeathDossier>[] = [
  timeOfDeath,
  identity,
  deathNotice,
  livingPeople,
  bankPayment,
  nationality,
];
