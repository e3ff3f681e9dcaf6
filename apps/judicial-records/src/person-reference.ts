import { hash } from 'node:crypto';

/**
 * The service's reference of a person: 128 bits of a digest, so that neither message ids nor paths carry a
 * personal id. It hides the number from a reader of logs, not from someone who tries all numbers.
 */
export function personReference(personalId: string): string {
  return hash('sha256', `criminal-record/${personalId}`, 'base64url').slice(0, 22);
}
