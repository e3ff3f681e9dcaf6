import { type BadInput, birth, death } from './bad-input';

export const RULES: readonly BadInput[] = [
  birth(
    'registration not chosen',
    { '/procedures': ['permanent-residence'] },
    '/procedures registration-missing',
  ),
  birth(
    'registration not first',
    { '/procedures': ['permanent-residence', 'birth-registration'] },
    '/procedures/0 registration-not-first',
  ),
  birth(
    'a procedure twice',
    { '/procedures': ['birth-registration', 'birth-registration'] },
    '/procedures/1 duplicate-procedure',
  ),
  birth(
    'a procedure of the other group',
    { '/procedures': ['birth-registration', 'death-registration'] },
    '/procedures/1 procedure-not-of-group',
  ),
  birth(
    'no residence block and office',
    { '/residence': undefined, '/agencies/residency': undefined },
    '/residence needed-by-procedure',
    '/agencies/residency needed-by-procedure',
  ),
  birth(
    'no health-insurance block',
    { '/healthInsurance': undefined },
    '/healthInsurance needed-by-procedure',
  ),
  birth(
    'no health-insurance office',
    { '/agencies/healthInsurance': undefined },
    '/agencies/healthInsurance needed-by-procedure',
  ),
  birth(
    'birth notice',
    { '/child/birthNoticeNumber': '123/GCS' },
    '/child/birthNoticeNumber not-a-birth-notice-number',
  ),
  birth('no mother', { '/mother': undefined }, '/mother needed-by-birth-case'),
  birth('a father who is unknown', { '/child/birthCase': 'father-unknown' }, '/father not-in-birth-case'),
  birth(
    'abandoned with parents',
    { '/child/birthCase': 'abandoned' },
    '/father not-in-birth-case',
    '/mother not-in-birth-case',
  ),
  birth(
    'mother younger than the child',
    { '/mother/dateOfBirth': '2026-11-11' },
    '/mother/dateOfBirth not-older-than-child',
  ),
  birth(
    'one person as both parents',
    { '/father/personalId': '001192054321' },
    '/father/personalId same-person',
  ),
  birth('foreign child', { '/child/nationality': 'FR' }, '/child/nationality foreign-element'),
  birth('foreign mother', { '/mother/nationality': 'KR' }, '/mother/nationality foreign-element'),
  death('foreign deceased', { '/deceased/nationality': 'LA' }, '/deceased/nationality foreign-element'),
  death(
    'applicant is the deceased',
    { '/applicant/personalId': '001045022222' },
    '/applicant/personalId applicant-is-deceased',
  ),
  death(
    'payee is the deceased',
    { '/benefits/payee/personalId': '001045022222' },
    '/benefits/payee/personalId payee-is-deceased',
  ),
  death('benefit without regime', { '/benefits/regime': undefined }, '/benefits/regime required'),
  death('benefit without its block', { '/benefits': undefined }, '/benefits needed-by-procedure'),
  death(
    'benefit without its office',
    { '/agencies/socialBenefits': undefined },
    '/agencies/socialBenefits needed-by-procedure',
  ),
  death('no funeral payee', { '/benefits/payee': undefined }, '/benefits/payee required'),
  death(
    'bank without account',
    { '/benefits/payment': { method: 'bank' } },
    '/benefits/payment/account needed-for-bank-payment',
    '/benefits/payment/bank needed-for-bank-payment',
  ),
  death(
    'account number',
    { '/benefits/payment/account': 'VN00' },
    '/benefits/payment/account not-an-account-number',
  ),
  death(
    'insurance number',
    { '/deceased/insuranceNumber': '12' },
    '/deceased/insuranceNumber not-an-insurance-number',
  ),
  death('birth block on a death form', { '/child': { fullName: 'A' } }, '/child unknown-field'),
];
