import { isIsoDay } from '@lienthong/calendar';
import { isPersonalId } from '@lienthong/numbers';
import { canonicalEthnicity } from '@lienthong/people';
import { type FieldErrorCode, isCalendarDate, parseInstant } from '@lienthong/platform';

/** Undefined when the value is fine; else a code, or `code/index` for each wrong element, separated by spaces. */
export type FieldCheck = (value: unknown) => string | undefined;

/** How a text of a form is written before it is checked and kept, so that equal contents are equal texts. */
export type Tidy = (text: string) => string;

/** Nothing but printable ASCII without doubled spaces: most texts, and the quick way. */
const TIDY = /^(?:[!-~]+(?: [!-~]+)*)?$/;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4`]/g;

/** Of several lines: any kind of space is a space. */
export const tidyProse: Tidy = (text) =>
  TIDY.test(text) ? text : text.normalize('NFC').replace(SPACES, ' ').trim();

/** Of one line: spaces between words are single. */
export const tidyLine: Tidy = (text) => (TIDY.test(text) ? text : tidyProse(text).replace(/ {2,}/g, ' '));

/** Of a name: every kind of apostrophe is one. */
export const tidyName: Tidy = (text) => tidyLine(text).replace(APOSTROPHES, "'");

/** A check of a value that is known to be a string. */
type TextCheck = (text: string) => FieldErrorCode | undefined;

const NOT_BLANK = /\S/;
const LINE_CONTROL = /[\t\n\r]/;
const NAME = /^[\p{L}\p{M}][\p{L}\p{M} .'’-]*$/u;
const PHONE = /^(?:0|\+84)\d{9,10}$/;
const EMAIL =
  /^[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_%+-])?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$/;
const INSURANCE_NUMBER = /^\d{10}$/;
const FACILITY = /^[0-9A-Z]{5}$/;
const ACCOUNT = /^\d{6,19}$/;
const COUNTRY = /^[A-Z]{2}$/;
const COMMUNE = /^\d{5}$/;
const PROVINCE = /^\d{2}$/;
const PARTIAL_DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const LOCAL_TIME = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T(?:[01]\d|2[0-3]):[0-5]\d)?)?)?$/;

const text =
  (check: TextCheck): FieldCheck =>
  (value) =>
    typeof value === 'string' ? check(value) : 'not-a-string';

const pattern = (regex: RegExp, code: FieldErrorCode, max = 64): FieldCheck =>
  text((value) => (value.length <= max && regex.test(value) ? undefined : code));

/** One line of text with something in it. */
export const isLine = (max: number): FieldCheck =>
  text((value) => {
    if (value.length > max) return 'too-long';
    if (LINE_CONTROL.test(value)) return 'control-character';
    return NOT_BLANK.test(value) ? undefined : 'blank';
  });

/** Text that may have several lines. */
export const isProse = (max: number): FieldCheck =>
  text((value) => {
    if (value.length > max) return 'too-long';
    return NOT_BLANK.test(value) ? undefined : 'blank';
  });

/** A person's name in any of the country's scripts and spellings. */
export const isName = (max: number): FieldCheck =>
  text((value) => {
    if (value.length > max) return 'too-long';
    if (!NOT_BLANK.test(value)) return 'blank';
    return NAME.test(value.trim()) ? undefined : 'not-a-name';
  });

export const isOneOf = (values: readonly string[]): FieldCheck => {
  const known = new Set(values);
  return text((value) => (known.has(value) ? undefined : 'unknown-value'));
};

export const isPhone = pattern(PHONE, 'not-a-phone-number');
export const isEmail = pattern(EMAIL, 'not-an-email-address', 254);
export const isInsurance = pattern(INSURANCE_NUMBER, 'not-an-insurance-number');
export const isFacility = pattern(FACILITY, 'not-a-facility-code');
export const isAccount = pattern(ACCOUNT, 'not-an-account-number');
export const isCountry = pattern(COUNTRY, 'not-a-country-code');
/** Digits too few: what a spreadsheet leaves of a code that begins with zeros. */
const digits = (count: number, code: FieldErrorCode, otherwise: FieldCheck): FieldCheck => {
  const fewer = new RegExp(`^\\d{1,${count - 1}}$`);
  return (value) => (typeof value === 'string' && fewer.test(value) ? code : otherwise(value));
};

export const isCommuneCode = digits(5, 'not-five-digits', pattern(COMMUNE, 'unknown-commune'));
export const isProvinceCode = digits(2, 'not-two-digits', pattern(PROVINCE, 'unknown-province'));
export const isPersonalIdNumber = digits(
  12,
  'not-twelve-digits',
  text((value) => (isPersonalId(value) ? undefined : 'not-a-personal-id')),
);
export const isDate = text((value) => (isCalendarDate(value) ? undefined : 'not-a-date'));
export const isInstant = text((value) => (parseInstant(value) === undefined ? 'not-an-instant' : undefined));

/** One of the 54 peoples in any known spelling, or that it is unknown: where that may be is a rule of its own. */
export const isEthnicity = text((value) =>
  value.length <= 50 && canonicalEthnicity(value) !== undefined ? undefined : 'not-an-ethnicity',
);

/** `1935`, `1935-06` or `1935-06-20`, and a day that exists, from 1800 to 2100: that nobody is so old is a rule's to say. */
export const isPartialDate = text((value) => {
  const day = `${value}-01-01`.slice(0, 10);
  const known = PARTIAL_DATE.test(value) && day >= '1800' && day < '2101' && isIsoDay(day);
  return known ? undefined : 'not-a-date';
});

/** `2026`, `2026-11`, `2026-11-15` or `2026-11-15T03:20`: local, and a day that exists. */
export const isLocalTime = text((value) => {
  if (!LOCAL_TIME.test(value)) return 'not-a-local-time';
  const day = `${value}-01-01`.slice(0, 10);
  return isCalendarDate(value.length >= 10 ? value.slice(0, 10) : day) ? undefined : 'not-a-date';
});

/** A list of known values; each wrong element is named by its index. */
export const isListOf = (values: readonly string[], min: number, max: number): FieldCheck => {
  const known: ReadonlySet<unknown> = new Set(values);
  return (value) => {
    if (!Array.isArray(value)) return 'not-an-array';
    if (value.length < min) return 'empty';
    if (value.length > max) return 'too-many-items';
    const wrong: string[] = [];
    for (let i = 0; i < value.length; i++) {
      if (!known.has(value[i]))
        wrong.push(`${typeof value[i] === 'string' ? 'unknown-value' : 'not-a-string'}/${i}`);
    }
    return wrong.length === 0 ? undefined : wrong.join(' ');
  };
};

export const isPlainObject: FieldCheck = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? undefined : 'not-an-object';
