import { type DeathDossier } from '@lienthong/contracts';
import { type Rule } from './rule';

/** Length of the ISO text that each precision calls for. */
const LENGTH_OF_PRECISION = { year: 4, month: 7, day: 10, minute: 16 } as const;

/** The death lies between birth and filing, and is told as precisely as it says. */
const timeOfDeath: Rule<DeathDossier> = (
  { death: { occurredAt, precision }, deceased },
  { localTime },
  report,
) => {
  if (occurredAt.length !== LENGTH_OF_PRECISION[precision]) report('/death/occurredAt', 'precision-mismatch');
  if (occurredAt > localTime.slice(0, occurredAt.length)) report('/death/occurredAt', 'after-filing');
  const shared = Math.min(occurredAt.length, deceased.dateOfBirth.length);
  if (occurredAt.slice(0, shared) < deceased.dateOfBirth.slice(0, shared))
    report('/death/occurredAt', 'before-birth');
  if (deceased.dateOfBirth > localTime.slice(0, 10)) report('/deceased/dateOfBirth', 'after-filing');
};

const deathNotice: Rule<DeathDossier> = ({ death: { notice, occurredAt } }, { localTime }, report) => {
  if (!notice) return;
  if (notice.issuedOn > localTime.slice(0, 10)) report('/death/notice/issuedOn', 'after-filing');
  const shared = Math.min(occurredAt.length, notice.issuedOn.length);
  if (notice.issuedOn.slice(0, shared) < occurredAt.slice(0, shared))
    report('/death/notice/issuedOn', 'before-death');
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
  deathNotice,
  livingPeople,
  bankPayment,
  nationality,
];
