import { birthTextWith, birthWith, deathWith, line, nested } from './bodies';

/** One bad request and the exact answer to it. */
export interface BadInput {
  readonly name: string;
  readonly method?: string;
  /** Default: `/v1/dossiers`. */
  readonly path?: string;
  readonly body?: string | Buffer;
  /** Over `Idempotency-Key: <name>` and `Content-Type: application/json`; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Sent in two chunks without a length. */
  readonly chunked?: boolean;
  /** Bytes for the socket as they are, instead of all the above. */
  readonly raw?: string;
  readonly status: number;
  readonly code: string;
  /** Every field error as `<pointer> <code>`, in any order. */
  readonly errors?: readonly string[];
}

/** A batch and what each of its lines gets: `<line> <status> <code>`, the code left out for 202. */
export interface BadBatch {
  readonly name: string;
  readonly body: string | Buffer;
  readonly results: readonly string[];
}

const TEXT_LIMIT = 64 * 1024;
const surrogate = '\\ud83d';

const invalid = (name: string, body: string, ...errors: readonly string[]): BadInput => ({
  name,
  body,
  status: 400,
  code: 'validation-failed',
  errors,
});
const refused = (name: string, status: number, code: string, rest: Partial<BadInput>): BadInput => ({
  name,
  status,
  code,
  ...rest,
});
const birth = (
  name: string,
  changes: Parameters<typeof birthWith>[0],
  ...errors: readonly string[]
): BadInput => invalid(name, birthWith(changes), ...errors);
const death = (
  name: string,
  changes: Parameters<typeof deathWith>[0],
  ...errors: readonly string[]
): BadInput => invalid(name, deathWith(changes), ...errors);
const get = (path: string, ...errors: readonly string[]): BadInput => ({
  name: `GET ${path}`,
  method: 'GET',
  path,
  status: 400,
  code: 'validation-failed',
  errors,
});

const NOT_JSON: readonly BadInput[] = [
  refused('empty body', 400, 'empty-body', { body: '' }),
  refused('white space only', 400, 'empty-body', { body: ' \r\n\t ' }),
  refused('cut off', 400, 'malformed-json', { body: birthWith().slice(0, 200) }),
  refused('trailing comma', 400, 'malformed-json', { body: birthWith().replace(/}$/, ',}') }),
  refused('two values', 400, 'malformed-json', { body: '{}{}' }),
  refused('single quotes', 400, 'malformed-json', { body: "{'procedureGroup':'birth'}" }),
  refused('NaN', 400, 'malformed-json', { body: '{"procedureGroup":NaN}' }),
  refused('comment', 400, 'malformed-json', { body: '{/* */}' }),
  refused('raw line end in a string', 400, 'malformed-json', {
    body: birthWith().replace('online', 'on\nline'),
  }),
  refused('byte order mark', 400, 'malformed-json', {
    body: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(birthWith())]),
  }),
  refused('not UTF-8', 400, 'invalid-utf-8', {
    body: Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
  }),
  refused('overlong UTF-8', 400, 'invalid-utf-8', { body: Buffer.from([0x22, 0xc0, 0xaf, 0x22]) }),
  refused('surrogate in UTF-8', 400, 'invalid-utf-8', { body: Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]) }),
  refused('UTF-16', 400, 'invalid-utf-8', { body: Buffer.from(`\ufeff${birthWith()}`, 'utf16le') }),
  refused('unclosed string', 400, 'malformed-json', { body: '{"procedureGroup":"birth' }),
];

const HOSTILE: readonly BadInput[] = [
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

const SIZE_AND_TYPE: readonly BadInput[] = [
  refused('one byte over 64 KiB', 413, 'body-too-large', { body: ' '.repeat(TEXT_LIMIT - 1) + '{}' }),
  refused('a megabyte in chunks', 413, 'body-too-large', { body: ' '.repeat(1024 * 1024), chunked: true }),
  refused('text/plain', 415, 'unsupported-media-type', {
    body: birthWith(),
    headers: { 'content-type': 'text/plain' },
  }),
  refused('no content type', 415, 'unsupported-media-type', {
    body: birthWith(),
    headers: { 'content-type': undefined },
  }),
  refused('a form', 415, 'unsupported-media-type', {
    body: 'a=b',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }),
  refused('XML', 415, 'unsupported-media-type', {
    body: '<hoTich/>',
    headers: { 'content-type': 'application/xml' },
  }),
  refused('multipart', 415, 'unsupported-media-type', {
    body: '--b--',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  }),
  refused('not a media type', 415, 'unsupported-media-type', {
    body: birthWith(),
    headers: { 'content-type': ';;;' },
  }),
  refused('declared UTF-16', 415, 'unsupported-media-type', {
    body: birthWith(),
    headers: { 'content-type': 'application/json; charset=utf-16' },
  }),
  refused('compressed', 415, 'unsupported-media-type', {
    body: birthWith(),
    headers: { 'content-encoding': 'gzip' },
  }),
  refused('NDJSON for one dossier', 415, 'unsupported-media-type', {
    body: birthWith(),
    headers: { 'content-type': 'application/x-ndjson' },
  }),
  refused('JSON for a batch', 415, 'unsupported-media-type', {
    path: '/v1/dossiers/batch',
    body: birthWith(),
  }),
];

const KEYS: readonly BadInput[] = [
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

const FORM: readonly BadInput[] = [
  invalid('null', 'null', ' not-an-object'),
  invalid('an array', '[]', ' not-an-object'),
  invalid('a string', '"birth"', ' not-an-object'),
  invalid('a number', '42', ' not-an-object'),
  invalid('nothing in it', '{}', '/procedureGroup required'),
  birth('unknown group', { '/procedureGroup': 'marriage' }, '/procedureGroup unknown-value'),
  birth('a number for the group', { '/procedureGroup': 1 }, '/procedureGroup not-a-string'),
  birth('the group as a list', { '/procedureGroup': ['birth'] }, '/procedureGroup not-a-string'),
  birth('unknown field', { '/priority': 'high' }, '/priority unknown-field'),
  birth(
    'unknown fields inside',
    { '/child/weight': 3, '/child/homeTown/district': '001' },
    '/child/weight unknown-field',
    '/child/homeTown/district unknown-field',
  ),
  birth('a key with / and ~', { '/a~b': 1 }, '/a~0b unknown-field'),
  birth('no applicant', { '/applicant': undefined }, '/applicant required'),
  birth('applicant null', { '/applicant': null }, '/applicant not-an-object'),
  birth('applicant a list', { '/applicant': [] }, '/applicant not-an-object'),
  birth('phone null', { '/applicant/phone': null }, '/applicant/phone not-a-string'),
  birth('procedures a string', { '/procedures': 'birth-registration' }, '/procedures not-an-array'),
  birth('no procedures', { '/procedures': [] }, '/procedures empty'),
  birth(
    'an unknown procedure',
    { '/procedures': ['birth-registration', 'marriage'] },
    '/procedures/1 unknown-value',
  ),
  birth(
    'a procedure that is no string',
    { '/procedures': ['birth-registration', {}] },
    '/procedures/1 not-a-string',
  ),
  birth(
    'too many procedures',
    { '/procedures': Array(9).fill('birth-registration') },
    '/procedures too-many-items',
  ),
  birth('unknown channel', { '/channel': 'fax' }, '/channel unknown-value'),
  birth('unknown sex', { '/child/sex': 'M' }, '/child/sex unknown-value'),
  birth('blank name', { '/child/fullName': '  ' }, '/child/fullName blank'),
  birth('long name', { '/child/fullName': 'A'.repeat(101) }, '/child/fullName too-long'),
  birth('a name as a number', { '/child/fullName': 7 }, '/child/fullName not-a-string'),
  birth('phone', { '/applicant/phone': '12345' }, '/applicant/phone not-a-phone-number'),
  birth('foreign phone', { '/applicant/phone': '+14155550100' }, '/applicant/phone not-a-phone-number'),
  birth('e-mail', { '/applicant/email': 'an@@example.vn' }, '/applicant/email not-an-email-address'),
  birth(
    'e-mail with a header',
    { '/applicant/email': 'an@example.vn\nBcc: x@y.vn' },
    '/applicant/email not-an-email-address',
  ),
  birth(
    'personal id of 11 digits',
    { '/applicant/personalId': '00109001234' },
    '/applicant/personalId not-a-personal-id',
  ),
  birth(
    'personal id of no province',
    { '/applicant/personalId': '003090012345' },
    '/applicant/personalId not-a-personal-id',
  ),
  birth(
    'personal id in other digits',
    { '/applicant/personalId': '٠٠١٠٩٠٠١٢٣٤٥' },
    '/applicant/personalId not-a-personal-id',
  ),
  birth(
    'personal id as a number',
    { '/applicant/personalId': 1090012345 },
    '/applicant/personalId not-a-string',
  ),
  birth('relationship', { '/applicant/relationship': 'neighbour' }, '/applicant/relationship unknown-value'),
  birth(
    'commune of 4 digits',
    { '/agencies/civilRegistry': '0004' },
    '/agencies/civilRegistry unknown-commune',
  ),
  birth(
    'commune that is not',
    { '/agencies/civilRegistry': '99999' },
    '/agencies/civilRegistry unknown-commune',
  ),
  birth('commune as a number', { '/agencies/civilRegistry': 4 }, '/agencies/civilRegistry not-a-string'),
  birth(
    'province merged in 2025',
    { '/agencies/healthInsurance': '02' },
    '/agencies/healthInsurance unknown-province',
  ),
  birth(
    'address that is not',
    { '/mother/residence/communeCode': '00000' },
    '/mother/residence/communeCode unknown-commune',
  ),
  birth(
    'facility',
    { '/healthInsurance/initialFacility': '1' },
    '/healthInsurance/initialFacility not-a-facility-code',
  ),
  birth('country in full', { '/child/nationality': 'Vietnam' }, '/child/nationality not-a-country-code'),
  birth('unknown script key', { '/simulation': { police: ['approve'] } }, '/simulation/police unknown-field'),
  birth(
    'unknown scripted decision',
    { '/simulation': { residency: ['approve', 'shred'] } },
    '/simulation/residency/1 unknown-value',
  ),
  birth(
    'endless script',
    { '/simulation': { residency: Array(21).fill('approve') } },
    '/simulation/residency too-many-items',
  ),
];

const DATES: readonly BadInput[] = [
  birth('30 February', { '/child/dateOfBirth': '2026-02-30' }, '/child/dateOfBirth not-a-date'),
  birth('29 February of 2025', { '/child/dateOfBirth': '2025-02-29' }, '/child/dateOfBirth not-a-date'),
  birth('month 13', { '/child/dateOfBirth': '2026-13-01' }, '/child/dateOfBirth not-a-date'),
  birth('day first', { '/child/dateOfBirth': '10/11/2026' }, '/child/dateOfBirth not-a-date'),
  birth('a date as a number', { '/child/dateOfBirth': 20261110 }, '/child/dateOfBirth not-a-string'),
  birth('the year 0', { '/child/dateOfBirth': '0000-01-01' }, '/child/dateOfBirth not-a-date'),
  birth(
    'born tomorrow',
    { '/child/dateOfBirth': '2090-01-01', '/child/birthNoticeNumber': undefined },
    '/child/dateOfBirth after-filing',
  ),
  birth(
    'six years old',
    { '/child/dateOfBirth': '2020-11-16', '/child/birthNoticeNumber': undefined },
    '/child/dateOfBirth child-not-under-six',
  ),
  birth(
    'submittedAt without offset',
    { '/submittedAt': '2026-11-16T09:00:00' },
    '/submittedAt not-an-instant',
  ),
  birth(
    'submittedAt on a day that is not',
    { '/submittedAt': '2026-02-30T09:00:00+07:00' },
    '/submittedAt not-an-instant',
  ),
  birth(
    'submittedAt in the future',
    { '/submittedAt': '2090-01-01T09:00:00+07:00' },
    '/submittedAt in-the-future',
  ),
  birth(
    'submittedAt before the calendar',
    {
      '/submittedAt': '2016-01-04T09:00:00+07:00',
      '/child/dateOfBirth': '2016-01-01',
      '/child/birthNoticeNumber': undefined,
    },
    '/submittedAt outside-calendar',
  ),
  death('hour 25', { '/death/occurredAt': '2026-11-15T25:00' }, '/death/occurredAt not-a-local-time'),
  death(
    'time with offset',
    { '/death/occurredAt': '2026-11-15T03:20+07:00' },
    '/death/occurredAt not-a-local-time',
  ),
  death('31 April', { '/death/occurredAt': '2026-04-31T03:20' }, '/death/occurredAt not-a-date'),
  death(
    'less precise than said',
    { '/death/occurredAt': '2026-11-15' },
    '/death/occurredAt precision-mismatch',
  ),
  death('more precise than said', { '/death/precision': 'month' }, '/death/occurredAt precision-mismatch'),
  death(
    'dead tomorrow',
    { '/death/occurredAt': '2090-01-01T00:00', '/death/notice': undefined },
    '/death/occurredAt after-filing',
  ),
  death('dead before birth', { '/death/occurredAt': '1944-12-31T23:59' }, '/death/occurredAt before-birth'),
  death(
    'notice before the death',
    { '/death/notice/issuedOn': '2026-11-14' },
    '/death/notice/issuedOn before-death',
  ),
  death(
    'notice of tomorrow',
    { '/death/notice/issuedOn': '2090-01-01' },
    '/death/notice/issuedOn after-filing',
  ),
];

const RULES: readonly BadInput[] = [
  birth(
    'registration not chosen',
    { '/procedures': ['permanent-residence'] },
    '/procedures registration-missing',
  ),
  birth(
    'registration not first',
    { '/procedures': ['permanent-residence', 'birth-registration'] },
    '/procedures/0 registration-not-first',
  ),
  birth(
    'a procedure twice',
    { '/procedures': ['birth-registration', 'birth-registration'] },
    '/procedures/1 duplicate-procedure',
  ),
  birth(
    'a procedure of the other group',
    { '/procedures': ['birth-registration', 'death-registration'] },
    '/procedures/1 procedure-not-of-group',
  ),
  birth(
    'no residence block and office',
    { '/residence': undefined, '/agencies/residency': undefined },
    '/residence needed-by-procedure',
    '/agencies/residency needed-by-procedure',
  ),
  birth(
    'no health-insurance block',
    { '/healthInsurance': undefined },
    '/healthInsurance needed-by-procedure',
  ),
  birth(
    'no health-insurance office',
    { '/agencies/healthInsurance': undefined },
    '/agencies/healthInsurance needed-by-procedure',
  ),
  birth(
    'birth notice',
    { '/child/birthNoticeNumber': '123/GCS' },
    '/child/birthNoticeNumber not-a-birth-notice-number',
  ),
  birth('no mother', { '/mother': undefined }, '/mother needed-by-birth-case'),
  birth('a father who is unknown', { '/child/birthCase': 'father-unknown' }, '/father not-in-birth-case'),
  birth(
    'abandoned with parents',
    { '/child/birthCase': 'abandoned' },
    '/father not-in-birth-case',
    '/mother not-in-birth-case',
  ),
  birth(
    'mother younger than the child',
    { '/mother/dateOfBirth': '2026-11-11' },
    '/mother/dateOfBirth not-older-than-child',
  ),
  birth(
    'one person as both parents',
    { '/father/personalId': '001192054321' },
    '/father/personalId same-person',
  ),
  birth('foreign child', { '/child/nationality': 'FR' }, '/child/nationality foreign-element'),
  birth('foreign mother', { '/mother/nationality': 'KR' }, '/mother/nationality foreign-element'),
  death('foreign deceased', { '/deceased/nationality': 'LA' }, '/deceased/nationality foreign-element'),
  death(
    'applicant is the deceased',
    { '/applicant/personalId': '001045022222' },
    '/applicant/personalId applicant-is-deceased',
  ),
  death(
    'payee is the deceased',
    { '/benefits/payee/personalId': '001045022222' },
    '/benefits/payee/personalId payee-is-deceased',
  ),
  death('benefit without regime', { '/benefits/regime': undefined }, '/benefits/regime required'),
  death('benefit without its block', { '/benefits': undefined }, '/benefits needed-by-procedure'),
  death(
    'benefit without its office',
    { '/agencies/socialBenefits': undefined },
    '/agencies/socialBenefits needed-by-procedure',
  ),
  death('no funeral payee', { '/benefits/payee': undefined }, '/benefits/payee required'),
  death(
    'bank without account',
    { '/benefits/payment': { method: 'bank' } },
    '/benefits/payment/account needed-for-bank-payment',
    '/benefits/payment/bank needed-for-bank-payment',
  ),
  death(
    'account number',
    { '/benefits/payment/account': 'VN00' },
    '/benefits/payment/account not-an-account-number',
  ),
  death(
    'insurance number',
    { '/deceased/insuranceNumber': '12' },
    '/deceased/insuranceNumber not-an-insurance-number',
  ),
  death('birth block on a death form', { '/child': { fullName: 'A' } }, '/child unknown-field'),
];

const NO_SUCH = 'G22.99.08-20260101-9999999';
const ELSEWHERE: readonly BadInput[] = [
  refused('PUT', 405, 'method-not-allowed', { method: 'PUT', body: birthWith() }),
  refused('DELETE of a case', 405, 'method-not-allowed', {
    method: 'DELETE',
    path: `/v1/dossiers/${NO_SUCH}`,
  }),
  refused('no such path', 404, 'not-found', { method: 'GET', path: '/v1/marriages' }),
  refused('a path upwards', 404, 'not-found', { method: 'GET', path: '/docs/..%2f..%2fpackage.json' }),
  refused('a broken escape', 400, 'bad-request', { method: 'GET', path: '/v1/dossiers/%E0%A4%A' }),
  refused('no such dossier', 404, 'dossier-not-found', { method: 'GET', path: `/v1/dossiers/${NO_SUCH}` }),
  refused('not a dossier number', 404, 'dossier-not-found', { method: 'GET', path: '/v1/dossiers/%00%0a' }),
  refused('timeline of no dossier', 404, 'dossier-not-found', {
    method: 'GET',
    path: `/v1/dossiers/${NO_SUCH}/timeline`,
  }),
  refused('events of no dossier', 404, 'dossier-not-found', {
    method: 'GET',
    path: `/v1/dossiers/${NO_SUCH}/events`,
  }),
  refused('withdrawal of no dossier', 404, 'dossier-not-found', {
    path: `/v1/dossiers/${NO_SUCH}/withdrawal`,
    body: '{"reason":"x"}',
  }),
  refused('withdrawal without a reason', 400, 'validation-failed', {
    path: `/v1/dossiers/${NO_SUCH}/withdrawal`,
    body: '{}',
    errors: ['/reason required'],
  }),
  refused('supplement without a body', 400, 'empty-body', {
    path: `/v1/dossiers/${NO_SUCH}/supplements`,
    headers: { 'content-type': undefined },
  }),
  refused('supplement for no agency', 400, 'validation-failed', {
    path: `/v1/dossiers/${NO_SUCH}/supplements`,
    body: '{"agency":"judicial-records","data":[]}',
    errors: ['/agency unknown-value', '/data not-an-object'],
  }),
  get('/v1/dossiers?limit=0', '/query/limit out-of-range'),
  get('/v1/dossiers?limit=1e3', '/query/limit not-an-integer'),
  get('/v1/dossiers?limit=10&limit=20', '/query/limit single-value'),
  get(
    '/v1/dossiers?status=done&procedureGroup=x&province=99',
    '/query/status unknown-value',
    '/query/procedureGroup unknown-value',
    '/query/province unknown-province',
  ),
  get('/v1/dossiers?from=yesterday', '/query/from not-an-instant'),
  get('/v1/dossiers?cursor=..%2F', '/query/cursor invalid-cursor'),
  get('/v1/dossiers?sort=name', '/query/sort unknown-parameter'),
  get('/v1/dossiers?__proto__=1', '/query/__proto__ unknown-parameter'),
  get(`/v1/dossiers/${NO_SUCH}/events?lastEventId=-1`, '/query/lastEventId invalid-last-event-id'),
  refused('not HTTP', 400, 'bad-request', { raw: 'xin chào\r\n\r\n' }),
  refused('a header of 20 KiB', 431, 'header-fields-too-large', {
    raw: `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20 * 1024)}\r\n\r\n`,
  }),
  refused('two lengths', 400, 'bad-request', {
    raw: 'POST /v1/dossiers HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}',
  }),
];

export const BAD_INPUTS: readonly BadInput[] = [
  ...NOT_JSON,
  ...HOSTILE,
  ...SIZE_AND_TYPE,
  ...KEYS,
  ...FORM,
  ...DATES,
  ...RULES,
  ...ELSEWHERE,
];

export const BAD_BATCHES: readonly BadBatch[] = [
  { name: 'an empty batch', body: '', results: [] },
  { name: 'blank lines only', body: '\n \r\n\n', results: [] },
  {
    name: 'every line bad in its own way',
    body: Buffer.concat([
      Buffer.from(`{"broken\n[]\n\n${line(undefined)}\n${line('')}\n${line(7)}\n${line('k'.repeat(256))}\n`),
      Buffer.from(`${line('big').slice(0, -1)},"pad":"${'x'.repeat(TEXT_LIMIT)}"}\n`),
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      Buffer.from(`\ufeff${line('bom')}\r\n${nested(17)}\n${line('field', { '/priority': 1 })}\n`),
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
