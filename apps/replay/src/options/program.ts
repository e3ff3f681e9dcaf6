import { Command, Option } from 'commander';
import { httpFlags } from '../http/options/http-flags';
import { day, policyId, seconds, several, share, speed, wholeNumber } from './values';
import { DEFAULT_VOLUMES } from './volumes';

export const DEFAULT_DATA_DIR = './.data/replay';
/** The default up to version 0.1. */
export const FORMER_DATA_DIR = './data/replay';
export const DEFAULT_SEED = 63;

const MOST_DOSSIERS = 100_000_000;
const MOST_SEED = 2 ** 32 - 1;
const VOLUMES = ['births', 'deaths', 'from', 'to'];

const EXAMPLES = `
Examples:
  npm run replay                                     a month's 2,000 dossiers in this process
  npm run replay -- --national --share 1%            1 % of the country's dossiers of 10/7/2023 to 31/10/2024
  npm run replay -- --national --data-dir ./.data/national --report national.html --json national.json
  npm run replay -- --resume --data-dir ./.data/national
  npm run replay -- --births 20000 --from 2024-01-15 --to 2024-03-15 --officers civil-registry=1 --outage residency@2024-02-19T08:00/PT6H
  npm run replay -- --target http://127.0.0.1:3000 --rate 50 --births 3000 --deaths 700
  npm run replay -- --export sample.ndjson.gz
  npm run replay -- --file sample.ndjson.gz --speed 3600
  npm run replay -- --compare before.json after.json

Ends with 0 where every dossier reached its expected end, 1 where one did not, 2 for options that cannot be,
130 when interrupted: the run can then be resumed.`;

/** The command line, as commander reads it: every option, by group. */
export function createProgram(version: string): Command {
  const program = new Command('npm run replay --')
    .description(
      'Liên thông: replays volumes of dossiers (hồ sơ) through the linked procedures of NĐ 63/2024, and proves that each reached its end.',
    )
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', EXAMPLES)
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .configureHelp({ helpWidth: 110 });
  addSourceOptions(program.optionsGroup('What is replayed:'));
  addConditions(program.optionsGroup('Under which conditions:'));
  addRunOptions(program.optionsGroup('The run:'));
  for (const option of httpFlags()) program.addOption(option);
  return program;
}

function addSourceOptions(program: Command): void {
  const { births, deaths, from, to } = DEFAULT_VOLUMES;
  const dossiers = wholeNumber(0, MOST_DOSSIERS);
  program
    .addOption(new Option('--births <n>', `birth dossiers (default: ${births})`).argParser(dossiers))
    .addOption(new Option('--deaths <n>', `death dossiers (default: ${deaths})`).argParser(dossiers))
    .addOption(new Option('--from <day>', `first day of filing (default: ${from})`).argParser(day))
    .addOption(new Option('--to <day>', `last day of filing (default: ${to})`).argParser(day))
    .addOption(
      new Option(
        '--national',
        "the country's dossiers: 1,265,439 births and 296,413 deaths from 2023-07-10 to 2024-10-31",
      ).conflicts(VOLUMES),
    )
    .addOption(new Option('--share <share>', 'only this share of the volumes, e.g. 1%').argParser(share))
    .addOption(
      new Option('--seed <n>', 'what dossiers and decisions follow from')
        .default(DEFAULT_SEED)
        .argParser(wholeNumber(0, MOST_SEED)),
    )
    .addOption(
      new Option(
        '--file <path>',
        'replay a recorded file: NDJSON or CSV, also .gz (docs/replay-files.md)',
      ).conflicts([...VOLUMES, 'national', 'share']),
    )
    .addOption(new Option('--export <path>', 'only write what would be replayed: .ndjson, .csv, also .gz'));
}

function addConditions(program: Command): void {
  program
    .addOption(
      new Option('--speed <speed>', 'max, or simulated seconds a real second')
        .default('max')
        .argParser(speed),
    )
    .addOption(
      new Option(
        '--policy <id>',
        'policy profile of every dossier (default: that of its filing date)',
      ).argParser(policyId),
    )
    .addOption(
      new Option('--rates <name=share,…>', 'what-if: planning values, e.g. supplement=0.15,late=0.1'),
    )
    .addOption(
      new Option('--officers <[agency=]n,…>', 'what-if: officers at each office, so that queues form'),
    )
    .addOption(
      new Option(
        '--outage <agency@start/duration>',
        'what-if: an agency is away, e.g. civil-registry@2024-02-15T08:00/PT6H; may be repeated',
      ).argParser(several),
    );
}

function addRunOptions(program: Command): void {
  program
    .addOption(new Option('--data-dir <path>', 'directory that keeps the run').default(DEFAULT_DATA_DIR))
    .addOption(
      new Option('--resume', 'go on with the run in the directory').conflicts(['overwrite', 'export']),
    )
    .addOption(new Option('--overwrite', 'replace the run in the directory'))
    .addOption(new Option('--report <path>', 'write the HTML report'))
    .addOption(new Option('--json <path>', 'write the JSON report'))
    .addOption(
      new Option('--compare <json...>', 'put two JSON reports side by side (with --report: as HTML)'),
    )
    .addOption(
      new Option(
        '--sample-every <seconds>',
        'how often the course of the run is measured (default: 1)',
      ).argParser(seconds),
    )
    .addOption(new Option('--quiet', 'no progress, only the result'));
}
