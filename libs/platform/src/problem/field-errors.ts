import { type ValidationError } from 'class-validator';
import { pointerToken } from './json-inspection';
import { type FieldError } from './problem';

/** The constraint of our own field decorators: its message is a list of `code` or `code/sub/pointer`. */
export const FIELD_CONSTRAINT = 'field';

/** Codes for class-validator's stock decorators, for forms that use them. */
const STOCK_CODES: Readonly<Record<string, string>> = {
  whitelistValidation: 'unknown-field',
  unknownValue: 'not-an-object',
  nestedValidation: 'not-an-object',
  isDefined: 'required',
  isString: 'not-a-string',
  isNumber: 'not-a-number',
  isInt: 'not-an-integer',
  isBoolean: 'not-a-boolean',
  isObject: 'not-an-object',
  isArray: 'not-an-array',
  isNotEmpty: 'empty',
  arrayNotEmpty: 'empty',
};

/** class-validator's tree of errors as a flat list with JSON pointers, parents before children. */
export function toFieldErrors(errors: readonly ValidationError[], parent = ''): FieldError[] {
  const list: FieldError[] = [];
  for (const error of errors) collect(error, parent, list);
  return list;
}

function collect(error: ValidationError, parent: string, list: FieldError[]): void {
  const pointer = error.property === undefined ? parent : `${parent}/${pointerToken(error.property)}`;
  const own = error.constraints?.[FIELD_CONSTRAINT];
  if (own !== undefined) {
    const params = error.contexts?.[FIELD_CONSTRAINT] as FieldError['params'];
    for (const entry of own.split(' ')) {
      const slash = entry.indexOf('/');
      const code = slash < 0 ? entry : entry.slice(0, slash);
      list.push({
        pointer: slash < 0 ? pointer : pointer + entry.slice(slash),
        code,
        ...(params ? { params } : {}),
      });
    }
    return;
  }
  const stock = error.constraints && Object.keys(error.constraints)[0];
  if (stock !== undefined) {
    list.push({ pointer, code: STOCK_CODES[stock] ?? 'invalid-value' });
    return;
  }
  for (const child of error.children ?? []) collect(child, pointer, list);
}
