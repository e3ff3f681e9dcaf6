import { decodeHint, encodeHint } from './hint.codec';

const TOLD = { from: 'one', hint: { name: 'console', data: { topics: ['audit'] } } };
const record = (text: string | null): { readonly value: Buffer | null } => ({
  value: text === null ? null : Buffer.from(text),
});

describe('hints as records', () => {
  it('come back as they were told', () => {
    expect(decodeHint(record(encodeHint(TOLD)))).toEqual(TOLD);
  });

  it.each([
    null,
    '',
    '{',
    'null',
    '{}',
    '{"from":"one"}',
    '{"from":"one","hint":{"name":"n","data":[]}}',
    '{"from":1,"hint":{"name":"n","data":{}}}',
  ])('are told from what is none: %s', (text) => {
    expect(decodeHint(record(text))).toBeUndefined();
  });
});
