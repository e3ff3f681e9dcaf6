import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ValidateBy, ValidateNested } from 'class-validator';
import { canonicalEthnicity, DATE_PRECISIONS, ETHNICITIES } from '@lienthong/people';
import { FIELD_CONSTRAINT } from '@lienthong/platform';
import * as is from './checks';
import { declareField, type FormClass, type FormField } from './form-fields';

export interface FieldOptions {
  readonly optional?: boolean;
  readonly description?: string;
}

type Params = Readonly<Record<string, string | number>>;
type Schema = Pick<
  ApiPropertyOptions,
  'type' | 'format' | 'pattern' | 'maxLength' | 'enum' | 'isArray' | 'items' | 'minItems' | 'maxItems'
>;

/**
 * One decorator a field: its check, the parameters its message may name, and its place in the API's document,
 * so that what is documented is what is checked. The one constraint keeps class-validator's cost down.
 */
function field(
  check: is.FieldCheck,
  schema: Schema,
  { optional = false, description }: FieldOptions,
  params?: Params,
  { block, tidy, canonical }: Pick<FormField, 'block' | 'tidy' | 'canonical'> = {},
): PropertyDecorator {
  const fault: is.FieldCheck = (value) => {
    if (value === undefined) return optional ? undefined : 'required';
    return check(value);
  };
  const validate = ValidateBy(
    {
      name: FIELD_CONSTRAINT,
      validator: {
        validate: (value) => fault(value) === undefined,
        defaultMessage: (args) => fault(args?.value) ?? '',
      },
    },
    params ? { context: params } : {},
  );
  const document = ApiProperty({
    ...schema,
    required: !optional,
    ...(description ? { description } : {}),
  } as ApiPropertyOptions);
  return (target, key) => {
    declareField(target.constructor, {
      name: key as string,
      fault,
      ...(block ? { block } : {}),
      ...(tidy ? { tidy } : {}),
      ...(canonical ? { canonical } : {}),
    });
    validate(target, key);
    document(target, key);
  };
}

/** One line of text. */
export const Line = (max: number, options: FieldOptions = {}): PropertyDecorator =>
  field(is.isLine(max), { type: 'string', maxLength: max }, options, { max }, { tidy: is.tidyLine });

/** Text of several lines. */
export const Prose = (max: number, options: FieldOptions = {}): PropertyDecorator =>
  field(is.isProse(max), { type: 'string', maxLength: max }, options, { max }, { tidy: is.tidyProse });

export const PersonName = (options: FieldOptions = {}): PropertyDecorator =>
  field(is.isName(100), { type: 'string', maxLength: 100 }, options, { max: 100 }, { tidy: is.tidyName });

interface Values {
  /** Those that the OpenAPI document names; the others get as far as a rule of their own, which says more. */
  readonly documented?: readonly string[];
}

export const OneOf = (
  values: readonly string[],
  { documented = values, ...options }: FieldOptions & Values = {},
): PropertyDecorator =>
  field(is.isOneOf(values), { type: 'string', enum: [...documented] }, options, {
    allowed: values.join(', '),
  });

export const ListOf = (
  values: readonly string[],
  {
    min = 0,
    max,
    documented = values,
    ...options
  }: FieldOptions & Values & { readonly min?: number; readonly max: number },
): PropertyDecorator =>
  field(
    is.isListOf(values, min, max),
    { type: 'string', enum: [...documented], isArray: true, minItems: min, maxItems: max },
    options,
    {
      max,
      allowed: values.join(', '),
    },
  );

/** Số định danh cá nhân. */
export const PersonalIdNumber = (options: FieldOptions = {}): PropertyDecorator =>
  field(is.isPersonalIdNumber, { type: 'string', pattern: '^0\\d{11}$' }, options);

export const Phone = (options: FieldOptions = {}): PropertyDecorator =>
  field(is.isPhone, { type: 'string', pattern: '^(0|\\+84)\\d{9,10}$' }, options);

export const Email = (options: FieldOptions = {}): PropertyDecorator =>
  field(is.isEmail, { type: 'string', format: 'email', maxLength: 254 }, options);

/** Mã xã of QĐ 19/2025/QĐ-TTg; that it exists is checked with the rules. */
export const CommuneCode = (options: FieldOptions = {}): PropertyDecorator =>
  field(is.isCommuneCode, { type: 'string', pattern: '^\\d{5}$' }, options);

export const ProvinceCode = (options: FieldOptions = {}): PropertyDecorator =>
  field(is.isProvinceCode, { type: 'string', pattern: '^\\d{2}$' }, options);

export const CountryCode = (options: FieldOptions = {}): PropertyDecorator =>
  field(is.isCountry, { type: 'string', pattern: '^[A-Z]{2}$' }, options);

export const InsuranceNumber = (options: FieldOptions = {}): PropertyDecorator =>
  field(is.isInsurance, { type: 'string', pattern: '^\\d{10}$' }, options);

export const FacilityCode = (options: FieldOptions = {}): PropertyDecorator =>
  field(is.isFacility, { type: 'string', pattern: '^[0-9A-Z]{5}$' }, options);

export const AccountNumber = (options: FieldOptions = {}): PropertyDecorator =>
  field(is.isAccount, { type: 'string', pattern: '^\\d{6,19}$' }, options);

/** Dân tộc: kept in the spelling of the official list. */
export const EthnicityName = ({ description, ...options }: FieldOptions = {}): PropertyDecorator =>
  field(
    is.isEthnicity,
    { type: 'string', maxLength: 50 },
    {
      ...options,
      description: `One of the 54 peoples of Viet Nam; known variants are read too (H'Mông, Ê-đê)${description ? `. ${description}` : ''}`,
    },
    { allowed: ETHNICITIES.map(({ name }) => name).join(', ') },
    { canonical: (text) => canonicalEthnicity(text) ?? text },
  );

/** A date of birth, as far as it is known: `1935`, `1935-06` or `1935-06-20`. */
export const PartialDate = (options: FieldOptions = {}): PropertyDecorator =>
  field(is.isPartialDate, { type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' }, options);

export const DateOfBirthPrecision = (): PropertyDecorator =>
  OneOf(DATE_PRECISIONS, {
    optional: true,
    description: 'How much of dateOfBirth is known; without it dateOfBirth itself tells',
  });

/** A real day, `yyyy-MM-dd`. */
export const CalendarDate = (options: FieldOptions = {}): PropertyDecorator =>
  field(is.isDate, { type: 'string', format: 'date' }, options);

export const Instant = (options: FieldOptions = {}): PropertyDecorator =>
  field(is.isInstant, { type: 'string', format: 'date-time' }, options);

/** Local time, as precise as it is known. */
export const LocalTime = (options: FieldOptions = {}): PropertyDecorator =>
  field(is.isLocalTime, { type: 'string' }, options);

/** A block of the form, checked by its own class. */
export function Block(form: () => FormClass, options: FieldOptions = {}): PropertyDecorator {
  // Nest's documents know a lazy type by the name of its function, which must be `type`.
  const block = field(is.isPlainObject, { type: () => form() }, options, undefined, { block: form });
  const nested = ValidateNested();
  const type = Type(form);
  return (target, key) => {
    block(target, key);
    nested(target, key);
    type(target, key);
  };
}

/** A free JSON object, e.g. the content of a supplement: checked by the service that reads it. */
export const JsonObject = (options: FieldOptions = {}): PropertyDecorator =>
  field(is.isPlainObject, { type: 'object' }, options);
