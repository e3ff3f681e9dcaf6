import { createHash } from 'node:crypto';
import { Problem } from '@lienthong/platform';
import { canonicalJson } from '../audit/canonical-json';

const MAX_KEY_LENGTH = 255;

/** The key of every action, in the OpenAPI document. */
export const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  required: true,
  description: 'The same key with the same body gets the first answer again; with another body 422',
  schema: { type: 'string', minLength: 1, maxLength: MAX_KEY_LENGTH },
} as const;

/** The key of a call. @throws Problem 400 `idempotency-key-missing`, `idempotency-key-too-long` */
export function idempotencyKey(header: string | undefined): string {
  if (header === undefined || header === '') throw new Problem({ code: 'idempotency-key-missing' });
  if (header.length > MAX_KEY_LENGTH) throw new Problem({ code: 'idempotency-key-too-long' });
  return header;
}

/** Aggregate id of what a caller does under a key: other callers may use the same one for something else. */
export function operationId(caller: string, key: string): string {
  return `o-${digest(JSON.stringify([caller, key])).slice(0, 22)}`;
}

/** Equal for equal contents, whatever the order of the fields was. */
export function contentHash(content: unknown): string {
  return digest(canonicalJson(JSON.parse(JSON.stringify(content))));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** What every request with a reason and a key may be refused for. */
export const KEYED_REFUSALS = [
  'validation-failed',
  'idempotency-key-missing',
  'idempotency-key-too-long',
  'idempotency-key-reused',
] as const;
