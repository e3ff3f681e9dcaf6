import { parseArgs } from 'node:util';
import { requireConsistent } from './consistency';
import { type Settings } from './settings';
import { BadSetting, type Variable } from './variable';
import { VARIABLES } from './variables';

/**
 * Reads every setting once: flags first, then the environment, then the default.
 * @throws BadSetting in one line, for a value or a flag that is not allowed.
 */
export function readSettings(env: NodeJS.ProcessEnv, args: readonly string[]): Settings {
  const flags = readFlags(args);
  const values: Record<string, unknown> = {};
  for (const [name, variable] of Object.entries(VARIABLES) as [string, Variable<unknown>][]) {
    values[name] = valueOf(variable, flags, env);
  }
  const settings = values as unknown as Settings;
  requireConsistent(settings);
  return Object.freeze(settings);
}

/** The flags and variables, for `--help`. */
export function settingsHelp(): string {
  return Object.values(VARIABLES)
    .map(({ env, flag, help, allowed, fallback }: Variable<unknown>) => {
      const shown =
        typeof fallback === 'number' || (typeof fallback === 'string' && fallback)
          ? `, default ${fallback}`
          : '';
      return `  ${(flag ? `--${flag}` : '').padEnd(13)} ${env.padEnd(14)} ${help} (${allowed}${shown})`;
    })
    .join('\n');
}

function valueOf<T>(variable: Variable<T>, flags: ReadonlyMap<string, string>, env: NodeJS.ProcessEnv): T {
  const flag = variable.flag === undefined ? undefined : flags.get(variable.flag);
  const given = flag ?? env[variable.env];
  if (given === undefined || (given === '' && flag === undefined)) return variable.fallback;
  const value = variable.parse(given);
  if (value === undefined)
    throw new BadSetting(flag === undefined ? variable.env : `--${variable.flag}`, given, variable.allowed);
  return value;
}

function readFlags(args: readonly string[]): ReadonlyMap<string, string> {
  const known = Object.values(VARIABLES).flatMap(({ flag }: Variable<unknown>) => flag ?? []);
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries(known.map((flag) => [flag, { type: 'string' as const }])),
  });
  const flags = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional')
      throw new BadSetting('the command line', token.value, 'flags only, see --help');
    if (!known.includes(token.name))
      throw new BadSetting('the command line', token.rawName, 'a known flag, see --help');
    if (token.value === undefined) throw new BadSetting(token.rawName, '', 'followed by a value');
    flags.set(token.name, token.value);
  }
  return flags;
}
