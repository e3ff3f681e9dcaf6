import { Problem } from '@lienthong/platform';

const MAX_KEY_LENGTH = 255;

/**
 * The idempotency key that a caller sent.
 * @throws Problem 400 for none, or one that is too long
 */
export function idempotencyKeyOf(key: unknown): string {
  if (key === undefined || key === '') throw new Problem({ code: 'idempotency-key-missing' });
  if (typeof key !== 'string')
    throw Problem.validation([{ pointer: '/idempotencyKey', code: 'not-a-string' }]);
  if (key.length > MAX_KEY_LENGTH) throw new Problem({ code: 'idempotency-key-too-long' });
  return key;
}
