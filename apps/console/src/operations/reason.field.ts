import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { FIELD_CONSTRAINT, type FieldErrorCode } from '@lienthong/platform';

const MIN = 3;
/** Characters of a reason. */
export const LONGEST_REASON = 1000;

/** Why somebody does something: 3 to 1000 characters, in the audit log for good. */
export function Reason(max = LONGEST_REASON): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: String,
      minLength: MIN,
      maxLength: max,
      description: 'Lý do — stands in the audit log for good: no personal data.',
    }),
    ValidateBy(
      {
        name: FIELD_CONSTRAINT,
        validator: {
          validate: (value) => faultOf(value, max) === undefined,
          defaultMessage: (args) => faultOf(args?.value, max) ?? '',
        },
      },
      { context: { min: MIN, max } },
    ),
  );
}

function faultOf(value: unknown, max: number): FieldErrorCode | undefined {
  if (value === undefined || value === null) return 'required';
  if (typeof value !== 'string') return 'not-a-string';
  const length = value.trim().length;
  if (length === 0) return 'blank';
  return length < MIN || value.length > max ? 'length-out-of-range' : undefined;
}
