import { parseArgs } from 'node:util';

/**
 * What the command line of a script says. With `--help` the usage is printed and the script ends with 0; what is not known
 * ends it with 2 and one line.
 * @param options as of `parseArgs`, without `help`
 */
export function readArguments(usage, options = {}) {
  const { values } = parse(options);
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  return values;
}

function parse(options) {
  try {
    return parseArgs({
      args: process.argv.slice(2),
      options: { ...options, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    return refuse(error.message);
  }
}

/** Ends the script with one line. */
export function refuse(reason) {
  const [line] = reason.split('\n');
  console.error(`${line.replace(/\.? To specify a positional argument.*$/, '')} (see --help)`);
  process.exit(2);
}
