import { line, nested } from '../bodies';
import { type BadBatch, TEXT_LIMIT } from './bad-input';

export const BAD_BATCHES: readonly BadBatch[] = [
  { name: 'an empty batch', body: '', results: [] },
  { name: 'blank lines only', body: '\n \r\n\n', results: [] },
  {
    name: 'every line bad in its own way',
    body: Buffer.concat([
      Buffer.from(`{"broken\n[]\n\n${line(undefined)}\n${line('')}\n${line(7)}\n${line('k'.repeat(256))}\n`),
      Buffer.from(`${line('big').slice(0, -1)},"pad":"${'x'.repeat(TEXT_LIMIT)}"}\n`),
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      Buffer.from(`\ufeff\ufeff${line('bom')}\r\n${nested(17)}\n${line('field', { '/priority': 1 })}\n`),
      Buffer.from(`${line('proto').replace('{', '{"__proto__":{},')}\n{"idempotencyKey":"a"}\nnull`),
    ]),
    results: [
      '1 400 malformed-json',
      '2 400 validation-failed',
      '4 400 idempotency-key-missing',
      '5 400 idempotency-key-missing',
      '6 400 validation-failed',
      '7 400 idempotency-key-too-long',
      '8 413 body-too-large',
      '9 400 invalid-utf-8',
      '10 400 malformed-json',
      '11 400 too-deep',
      '12 400 validation-failed',
      '13 400 validation-failed',
      '14 400 validation-failed',
      '15 400 validation-failed',
    ],
  },
];
