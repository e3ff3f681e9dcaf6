import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VARIABLES } from './variables';

const README = readFileSync(join(__dirname, '../../../../README.md'), 'utf8');

describe('the README', () => {
  it.each(Object.values(VARIABLES).map(({ env, flag, help }) => [env, flag, help] as const))(
    'has the setting %s',
    (env, flag, help) => {
      const named = `| ${flag === undefined ? '' : `\`--${flag}\``} | \`${env}\` | ${help.replace(/; default: .*/, '').replaceAll('|', String.raw`\|`)} |`;
      expect(README).toContain(named);
    },
  );
});
