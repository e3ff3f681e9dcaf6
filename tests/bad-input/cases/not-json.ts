import { birthWith } from '../bodies';
import { type BadInput, refused } from './bad-input';

export const NOT_JSON: readonly BadInput[] = [
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
  refused('byte order mark twice', 400, 'malformed-json', {
    body: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf]), Buffer.from(birthWith())]),
  }),
  refused('not UTF-8', 400, 'invalid-utf-8', {
    body: Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
  }),
  refused('overlong UTF-8', 400, 'invalid-utf-8', { body: Buffer.from([0x22, 0xc0, 0xaf, 0x22]) }),
  refused('surrogate in UTF-8', 400, 'invalid-utf-8', { body: Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]) }),
  refused('UTF-16', 400, 'invalid-utf-8', { body: Buffer.from(`\ufeff${birthWith()}`, 'utf16le') }),
  refused('unclosed string', 400, 'malformed-json', { body: '{"procedureGroup":"birth' }),
];
