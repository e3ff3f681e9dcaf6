import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, install, root } from './lib/prepare.mjs';

/** Writes every code of the problem catalogues into docs/integrators.md, between the marks. */
install();
build();

const require = createRequire(import.meta.url);
const catalogue = (name) =>
  require(join(root, 'dist', 'libs', 'platform', 'src', 'problem', `${name}.catalogue.js`));
const { FIELD_ERRORS } = catalogue('field-error');
const { PROBLEMS } = catalogue('problem');

const row = (...cells) => `| ${cells.join(' | ')} |`;
const tables = {
  problems: [
    row('Code', 'Status', 'Tiếng Việt', 'English'),
    '|---|---|---|---|',
    ...Object.entries(PROBLEMS).map(([code, { status, title }]) =>
      row(`\`${code}\``, status, title.vi, title.en),
    ),
  ],
  'field errors': [
    row('Code', 'Tiếng Việt', 'English'),
    '|---|---|---|',
    ...Object.entries(FIELD_ERRORS).map(([code, { vi, en }]) => row(`\`${code}\``, vi, en)),
  ],
};

const path = join(root, 'docs', 'integrators.md');
let text = readFileSync(path, 'utf8');
for (const [name, lines] of Object.entries(tables)) {
  const begin = `<!-- begin ${name} -->`;
  const end = `<!-- end ${name} -->`;
  const [before, rest] = text.split(begin);
  const [, after] = rest.split(end);
  text = `${before}${begin}\n${lines.join('\n')}\n${end}${after}`;
}
writeFileSync(path, text);
