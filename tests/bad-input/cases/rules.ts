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
  birth(
    'a mother of nine',
    { '/mother/dateOfBirth': '2017-03-05', '/mother/personalId': undefined },
    '/mother/dateOfBirth parent-age-impossible',
  ),
  birth(
    'a mother of nine, as her id tells',
    { '/mother/dateOfBirth': undefined, '/mother/personalId': '001317054321' },
    '/mother/personalId parent-age-impossible',
  ),
  birth(
    'a mother of 76',
    { '/mother/dateOfBirth': '1950-01-05', '/mother/personalId': undefined },
    '/mother/dateOfBirth parent-age-impossible',
  ),
  birth(
    'a father of 111',
    { '/father/dateOfBirth': '1914', '/father/personalId': undefined },
    '/father/dateOfBirth parent-age-impossible',
  ),
  birth(
    'a mother with the id of a man',
    { '/mother/personalId': '001092054321' },
    '/mother/personalId personal-id-of-other-sex',
  ),
  birth(
    'a father with the id of a woman',
    { '/father/personalId': '001190012345' },
    '/father/personalId personal-id-of-other-sex',
  ),
  birth(
    'a mother with the id of another year',
    { '/mother/personalId': '001193054321' },
    '/mother/personalId personal-id-of-other-birth-year',
  ),
  birth(
    'an applicant with the id of a woman as the father',
    { '/applicant/personalId': '001190012345' },
    '/applicant/personalId personal-id-of-other-sex',
  ),
  birth(
    'more is known than said',
    { '/mother/dateOfBirthPrecision': 'year' },
    '/mother/dateOfBirth precision-mismatch',
  ),
  birth(
    'a precision of nothing',
    { '/mother/dateOfBirth': undefined, '/mother/dateOfBirthPrecision': 'year' },
    '/mother/dateOfBirth required',
  ),
  birth(
    'a child of whom the month is known',
    { '/child/dateOfBirth': '2026-11' },
    '/child/dateOfBirth not-a-date',
  ),
  birth('a people that is none', { '/child/ethnicity': 'Martian' }, '/child/ethnicity not-an-ethnicity'),
  birth(
    'a child of known parents and unknown ethnicity',
    { '/child/ethnicity': 'unknown' },
    '/child/ethnicity ethnicity-must-be-known',
  ),
  birth(
    'a mother of unknown ethnicity',
    { '/mother/ethnicity': 'không rõ' },
    '/mother/ethnicity ethnicity-must-be-known',
  ),
  birth(
    'a residence office that is not of the address',
    { '/agencies/residency': '26740' },
    '/agencies/residency office-not-of-address',
  ),
  birth(
    'an insurance office of another province',
    { '/agencies/healthInsurance': '79' },
    '/agencies/healthInsurance office-not-of-address',
  ),
  death(
    'a residence office that is not of the last residence',
    { '/agencies/residency': '26740' },
    '/agencies/residency office-not-of-address',
  ),
  death(
    'a benefits office of another province',
    { '/agencies/socialBenefits': '79' },
    '/agencies/socialBenefits office-not-of-address',
  ),
  death(
    'a man with the id of a woman',
    { '/deceased/personalId': '001145022222' },
    '/deceased/personalId personal-id-of-other-sex',
  ),
  death(
    'a deceased with the id of another year',
    { '/deceased/personalId': '001046022222' },
    '/deceased/personalId personal-id-of-other-birth-year',
  ),
  death('dead at 150', { '/deceased/dateOfBirth': '1876' }, '/deceased/dateOfBirth age-impossible'),
  death(
    'less is known than said',
    { '/deceased/dateOfBirth': '1945', '/deceased/dateOfBirthPrecision': 'day' },
    '/deceased/dateOfBirth precision-mismatch',
  ),
  death('born in month 13', { '/deceased/dateOfBirth': '1945-13' }, '/deceased/dateOfBirth not-a-date'),
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
