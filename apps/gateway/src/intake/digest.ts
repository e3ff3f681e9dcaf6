import { createHash } from 'node:crypto';
import { type Dossier } from '@lienthong/contracts';

/** Aggregate id of what was handed in under an idempotency key; the key itself, chosen by others, is not kept. */
export function submissionId(idempotencyKey: string): string {
  return `s-${createHash('sha256').update(idempotencyKey).digest('base64url').slice(0, 22)}`;
}

/** Digest of a dossier in its canonical form: equal for equal contents, whatever the order of the fields was. */
export function bodyHash(dossier: Dossier): string {
  return createHash('sha256').update(JSON.stringify(dossier)).digest('base64url');
}
