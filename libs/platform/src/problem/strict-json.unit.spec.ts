import * as fc from 'fast-check';
import { inspectJson } from './json-inspection';
import { scanJson } from './json-scan';
import { Problem } from './problem';
import { parseStrictJson, parseStrictJsonText } from './strict-json';

function codeOf(body: string | Buffer): string | undefined {
  try {
    parseStrictJson(Buffer.from(body));
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

/** Keys and texts without anything hostile. */
const word = fc
  .string({ unit: fc.constantFrom(...'abcĐệ"\\/:,{}[] \n😀'), maxLength: 8 })
  .map((text) => `k${text}`);
const harmless = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
    fc.boolean(),
    fc.constant(null),
    word,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(word, tie('value'), { maxKeys: 4 }).map((o) => ({ ...o })),
  ),
})).value;

describe('parseStrictJson', () => {
  it('reads what JSON.parse reads when nothing is hostile', () => {
    fc.assert(
      fc.property(harmless, fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parseStrictJsonText(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('passes over one byte order mark, as Windows writes it', () => {
    expect(parseStrictJson(Buffer.from('\ufeff{"a":1}'))).toEqual({ a: 1 });
    expect(codeOf('\ufeff\ufeff{"a":1}')).toBe('malformed-json');
  });

  it('refuses what another encoding has left of a letter', () => {
    expect(codeOf('{"a":"Nguy\ufffdn"}')).toBe('validation-failed');
  });

  it('finds a repeated key wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(harmless, { maxLength: 3 }), word, harmless, (around, key, value) => {
        const member = `${JSON.stringify(key)}:${JSON.stringify(value)}`;
        const twice = `{"x":[${[...around.map((part) => JSON.stringify(part)), `{${member},${member}}`].join(',')}]}`;
        expect(codeOf(twice)).toBe('duplicate-key');
      }),
    );
  });

  it('takes any bytes without anything but a Problem', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(() => codeOf(Buffer.from(bytes))).not.toThrow();
      }),
    );
  });

  it.each([
    ['16 levels', '['.repeat(16) + ']'.repeat(16), undefined],
    ['17 levels', '['.repeat(17) + ']'.repeat(17), 'too-deep'],
    ['2,000 values', `[${Array(2_000).fill(0).join()}]`, undefined],
    ['2,001 values', `[${Array(2_001).fill(0).join()}]`, 'too-many-values'],
    ['brackets in a string', JSON.stringify('['.repeat(50)), undefined],
    ['an escaped quote before a bracket', JSON.stringify(`"${'['.repeat(50)}\\`), undefined],
    ['a number beyond a double', '[1e999]', 'validation-failed'],
  ])('%s', (_name, text, code) => expect(codeOf(text)).toBe(code));
});

describe('scanJson', () => {
  it('counts members as written', () => {
    expect(scanJson('{"a":{"b":":"},"a":1}', 16)).toMatchObject({ members: 3, tooDeep: false });
  });
});

describe('inspectJson', () => {
  it('names hostile texts and keys by pointer', () => {
    const value = { ok: 'Đội Cấn 😀\n', list: ['a', 'b\u0007'], 'a/b': { 'c~d': '\u202e' }, half: '\ud800' };
    expect(inspectJson(value)).toEqual({
      members: 5,
      errors: [
        { pointer: '/list/1', code: 'control-character' },
        { pointer: '/a~1b/c~0d', code: 'bidi-control' },
        { pointer: '/half', code: 'lone-surrogate' },
      ],
    });
  });

  it('cuts long keys in pointers', () => {
    const { errors } = inspectJson({ ['k'.repeat(5_000)]: '\u0000' });
    expect(errors[0]?.pointer).toHaveLength(66);
  });
});
