import { birthTextWith, birthWith, nested } from '../bodies';
import { type BadInput, surrogate, invalid, refused, birth } from './bad-input';

export const HOSTILE: readonly BadInput[] = [
  refused('17 levels', 400, 'too-deep', { body: nested(17) }),
  refused('30,000 levels', 400, 'too-deep', { body: nested(30_000) }),
  refused('30,000 open brackets', 400, 'too-deep', { body: '['.repeat(30_000) }),
  refused('3,000 procedures', 400, 'too-many-values', {
    body: birthWith({ '/procedures': Array(3_000).fill('x') }),
  }),
  refused('20,000 empty mothers', 400, 'too-many-values', {
    body: birthWith({ '/mother': Array(20_000).fill({}) }),
  }),
  refused('a key twice', 400, 'duplicate-key', { body: birthTextWith('"channel":"postal"') }),
  refused('a key twice, once escaped', 400, 'duplicate-key', {
    body: birthTextWith('"ch\\u0061nnel":"postal"'),
  }),
  refused('a key twice inside', 400, 'duplicate-key', {
    body: birthWith().replace('"child":{', '"child":{"sex":"female",'),
  }),
  refused('__proto__ twice', 400, 'duplicate-key', { body: birthTextWith('"__proto__":1,"__proto__":2') }),
  invalid('__proto__', birthTextWith('"__proto__":{"isOperator":true}'), '/__proto__ forbidden-key'),
  invalid('escaped __proto__', birthTextWith('"\\u005f_proto__":{"a":1}'), '/__proto__ forbidden-key'),
  invalid(
    '__proto__ inside',
    birthWith().replace('"child":{', '"child":{"__proto__":{"sex":1},'),
    '/child/__proto__ forbidden-key',
  ),
  birth('constructor', { '/constructor': { prototype: { polluted: true } } }, '/constructor forbidden-key'),
  birth('toString', { '/toString': 'x' }, '/toString forbidden-key'),
  birth('hasOwnProperty inside', { '/mother/hasOwnProperty': 1 }, '/mother/hasOwnProperty forbidden-key'),
  birth('prototype', { '/prototype': {} }, '/prototype unknown-field'),
  birth('then', { '/then': 'x' }, '/then unknown-field'),
  invalid(
    'lone surrogate',
    birthWith().replace('12 Đội Cấn', surrogate),
    '/mother/residence/detail lone-surrogate',
  ),
  invalid('half a pair in a key', birthTextWith(`"${surrogate}":1`), ' forbidden-key'),
  birth('NUL', { '/child/fullName': 'A\u0000B' }, '/child/fullName control-character'),
  birth('escape sequence', { '/child/fullName': '\u001b[31mA' }, '/child/fullName control-character'),
  birth('right-to-left override', { '/child/fullName': 'A\u202eB' }, '/child/fullName bidi-control'),
  birth('zero-width space', { '/applicant/fullName': 'A\u200bB' }, '/applicant/fullName bidi-control'),
  birth(
    'line separator',
    { '/mother/residence/detail': 'A\u2028B' },
    '/mother/residence/detail bidi-control',
  ),
  birth(
    'noncharacter',
    { '/mother/residence/detail': 'A\uffffB' },
    '/mother/residence/detail control-character',
  ),
  birth(
    'markup for a name',
    { '/child/fullName': '<script>alert(1)</script>' },
    '/child/fullName not-a-name',
  ),
  birth('emoji for a name', { '/child/fullName': '😀' }, '/child/fullName not-a-name'),
  birth(
    'line end in a line',
    { '/mother/residence/detail': 'a\nb' },
    '/mother/residence/detail control-character',
  ),
  birth('number beyond a double', { '/child/fullName': 'N' }, '/child/fullName not-a-number'),
  birth('SQL', { '/applicant/personalId': "1' OR '1'='1" }, '/applicant/personalId not-a-personal-id'),
].map((input) =>
  input.name === 'number beyond a double'
    ? { ...input, body: birthWith({ '/child/fullName': 'N' }).replace('"N"', '1e999') }
    : input,
);
