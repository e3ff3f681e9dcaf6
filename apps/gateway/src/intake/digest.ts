import { createHash, createHmac, hash } from 'node:crypto';
import { type Dossier } from '@lienthong/contracts';

/**
 * Aggregate id of what was handed in under an idempotency key; the key itself, chosen by others, is not kept. Where
 * callers are known each has keys of its own: nobody meets, or learns of, another's.
 */
export function submissionId(idempotencyKey: string, submittedBy?: string): string {
  const digest = submittedBy === undefined ? createHash('sha256') : createHmac('sha256', submittedBy);
  return `s-${digest.update(idempotencyKey).digest('base64url').slice(0, 22)}`;
}

/**
 * Digest of what is asked of a filed dossier: equal for the same action with the same content, whatever the order of the
 * fields was.
 */
export function actionDigest(action: string, content: object): string {
  return hash('sha256', `${action} ${JSON.stringify(sorted(content))}`, 'base64url');
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).map(([name, part]) => [name, sorted(part)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Digest of a dossier in its canonical form: equal for equal contents, whatever the order of the fields was. */
export function bodyHash(dossier: Dossier): string {
  return hash('sha256', JSON.stringify(dossier), 'base64url');
}
