import { parseArgs } from 'node:util';
import { down, up } from './commands/infra';
import { EngineError } from './engines/engine';

const USAGE = `npm run infra:up                 Kafka and MongoDB on this machine: Docker Compose, or Java and Maven
npm run infra:down               stops what infra:up has started
npm run infra:down -- --clean    and removes topics and databases

infra:up starts Kafka on 127.0.0.1:9092 and MongoDB on 127.0.0.1:27017, unless KAFKA_BROKERS and
MONGODB_URI name others. Data, logs and jars of the Java engines are in .engines/ (see infra/README.md).`;

/** The commands `up` and `down`; sets the exit code. */
export async function main(args: readonly string[]): Promise<void> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  try {
    const { help, clean, command } = parse(args);
    if (help) say(USAGE);
    else await (command === 'up' ? up(say) : down(say, clean));
  } catch (error) {
    if (!(error instanceof EngineError) && !(error instanceof BadCommandLine)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error instanceof BadCommandLine ? 2 : 1;
  }
}

class BadCommandLine extends Error {
  constructor(what: string) {
    super(`${what} (see --help)`);
  }
}

function parse(args: readonly string[]): { help: boolean; clean: boolean; command: string | undefined } {
  const { values, positionals } = parseOptions(args);
  const [command, ...rest] = positionals;
  const known = (command === 'up' || command === 'down') && rest.length === 0;
  if (!values.help && !known) throw new BadCommandLine('expected one command: up or down');
  if (values.clean && command !== 'down') throw new BadCommandLine('--clean goes with down only');
  return { ...values, command };
}

function parseOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        clean: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
  } catch (error) {
    const { message } = error as Error;
    throw new BadCommandLine(message.split('. To specify')[0] ?? message);
  }
}
