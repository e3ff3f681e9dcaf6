import { createHash, createHmac } from 'node:crypto';
import { type Dossier } from '@lienthong/contracts';

/**
 * Aggregate id of what was handed in under an idempotency key; the key itself, chosen by others, is not kept. Where
 * callers are known each has keys of its own: nobody meets, or learns of, another's.
 */
export function submissionId(idempotencyKey: string, submittedBy?: string): string {
  const digest = submittedBy === undefined ? createHash('sha256') : createHmac('sha256', submittedBy);
  return `s-${digest.update(idempotencyKey).digest('base64url').slice(0, 22)}`;
}

/** Digest of a dossier in its canonical form: equal for equal contents, whatever the order of the fields was. */
export function bodyHash(dossier: Dossier): string {
  return createHash('sha256').update(JSON.stringify(dossier)).digest('base64url');
}
