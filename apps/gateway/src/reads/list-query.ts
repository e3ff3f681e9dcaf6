import { CASE_STATUSES, PROCEDURE_GROUPS, type CaseFilter } from '@lienthong/contracts';
import { isDossierNumber } from '@lienthong/numbers';
import { parseInstant, pointerToken, startOfVietnamDay, type FieldError } from '@lienthong/platform';
import { type Reading } from '../intake/forms/form-reader';
import { type Places } from '../ports';

const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;

type Parsed = { readonly value: string | number } | Omit<FieldError, 'pointer'>;

/** What `GET /v1/dossiers` filters by. Days begin at midnight in Vietnam; `to` is exclusive. */
export function readListQuery(
  query: Readonly<Record<string, unknown>>,
  places: Pick<Places, 'isProvince'>,
): Reading<CaseFilter> {
  const parsers: Readonly<Record<string, (text: string) => Parsed>> = {
    status: oneOf(CASE_STATUSES),
    procedureGroup: oneOf(PROCEDURE_GROUPS),
    province: (text) => (places.isProvince(text) ? { value: text } : { code: 'unknown-province' }),
    from: instant,
    to: instant,
    limit,
    cursor: (text) => (isCursor(text) ? { value: text } : { code: 'invalid-cursor' }),
  };
  const errors: FieldError[] = [];
  const filter: Record<string, string | number> = { limit: DEFAULT_LIMIT };
  for (const [name, given] of Object.entries(query)) {
    const pointer = `/query/${pointerToken(name)}`;
    const parse = Object.hasOwn(parsers, name) ? parsers[name] : undefined;
    if (!parse) errors.push({ pointer, code: 'unknown-parameter' });
    else if (typeof given !== 'string') errors.push({ pointer, code: 'single-value' });
    else {
      const parsed = parse(given);
      if ('value' in parsed) filter[name] = parsed.value;
      else errors.push({ pointer, ...parsed });
    }
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: filter as unknown as CaseFilter };
}

/** A `nextCursor` of ours: the number of the last dossier of the page before. */
function isCursor(text: string): boolean {
  return isDossierNumber(Buffer.from(text, 'base64url').toString('utf8'));
}

const oneOf =
  (values: readonly string[]) =>
  (text: string): Parsed =>
    values.includes(text)
      ? { value: text }
      : { code: 'unknown-value', params: { allowed: values.join(', ') } };

function instant(text: string): Parsed {
  // A plus sign that was not escaped arrives as a space: no instant has one.
  const value = parseInstant(text.replace(' ', '+')) ?? startOfVietnamDay(text);
  return value === undefined ? { code: 'not-an-instant' } : { value };
}

function limit(text: string): Parsed {
  if (!/^\d{1,9}$/.test(text)) return { code: 'not-an-integer' };
  const value = Number(text);
  return value >= 1 && value <= MAX_LIMIT
    ? { value }
    : { code: 'out-of-range', params: { min: 1, max: MAX_LIMIT } };
}
