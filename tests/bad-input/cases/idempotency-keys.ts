import { birthWith } from '../bodies';
import { type BadInput, refused } from './bad-input';

export const KEYS: readonly BadInput[] = [
  refused('no Idempotency-Key', 400, 'idempotency-key-missing', {
    body: birthWith(),
    headers: { 'idempotency-key': undefined },
  }),
  refused('empty Idempotency-Key', 400, 'idempotency-key-missing', {
    body: birthWith(),
    headers: { 'idempotency-key': '' },
  }),
  refused('blank Idempotency-Key', 400, 'idempotency-key-missing', {
    body: birthWith(),
    headers: { 'idempotency-key': '   ' },
  }),
  refused('Idempotency-Key of 256', 400, 'idempotency-key-too-long', {
    body: birthWith(),
    headers: { 'idempotency-key': 'k'.repeat(256) },
  }),
];
