import { type BadInput } from './bad-input';
import { DATES } from './dates';
import { FORM } from './form';
import { HOSTILE } from './hostile-text';
import { KEYS } from './idempotency-keys';
import { NOT_JSON } from './not-json';
import { ELSEWHERE } from './other-calls';
import { RULES } from './rules';
import { SIZE_AND_TYPE } from './size-and-type';

export { type BadBatch, type BadInput } from './bad-input';
export { BAD_BATCHES } from './batches';

export const BAD_INPUTS: readonly BadInput[] = [
  ...NOT_JSON,
  ...HOSTILE,
  ...SIZE_AND_TYPE,
  ...KEYS,
  ...FORM,
  ...DATES,
  ...RULES,
  ...ELSEWHERE,
];
