import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIELD_ERRORS, PROBLEMS } from '@lienthong/platform';

const GUIDE = readFileSync(join(__dirname, '../../../../docs/integrators.md'), 'utf8');

/** The lines between two marks of the guide, in order. */
function rowsOf(table: string): readonly string[] {
  const [, rest = ''] = GUIDE.split(`<!-- begin ${table} -->`);
  const [content = ''] = rest.split(`<!-- end ${table} -->`);
  return content.trim().split('\n').slice(2);
}

describe('the integrators’ guide', () => {
  it('has every code of a problem, with its status and titles, and no other', () => {
    const rows = Object.entries(PROBLEMS).map(
      ([code, { status, title }]) => `| \`${code}\` | ${status} | ${title.vi} | ${title.en} |`,
    );
    expect(rowsOf('problems')).toEqual(rows);
  });

  it('has every code of a field error, with its messages, and no other', () => {
    const rows = Object.entries(FIELD_ERRORS).map(([code, { vi, en }]) => `| \`${code}\` | ${vi} | ${en} |`);
    expect(rowsOf('field errors')).toEqual(rows);
  });
});
