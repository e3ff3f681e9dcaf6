import { givenEngines } from '../engines/choose-engines';
import { EngineError } from '../engines/engine';
import { findComposeEngines } from '../engines/find-engines';
import { enginesFolder } from '../engines/project-root';
import { ComposeStack } from './compose-stack';
import { MavenStack } from './maven-stack';

type Say = (line: string) => void;

/**
 * Makes Kafka and MongoDB available and tells their addresses; changes nothing when they are.
 * @throws EngineError when they cannot be had
 */
export async function up(say: Say): Promise<void> {
  const addresses = await engines(say);
  say(`KAFKA_BROKERS=${addresses.kafka}`);
  say(`MONGODB_URI=${addresses.mongodb}`);
}

/** Stops what `up` has started, which may be nothing. */
export async function down(say: Say, clean: boolean): Promise<void> {
  const compose = new ComposeStack(enginesFolder(), say);
  if (compose.started) await compose.down(clean);
  const maven = new MavenStack(enginesFolder(), say);
  await maven.down();
  if (clean) maven.removeData();
}

async function engines(say: Say): Promise<{ kafka: string; mongodb: string }> {
  const given = givenEngines(process.env);
  if (given?.kind === 'given') {
    say('KAFKA_BROKERS and MONGODB_URI are set: nothing to start');
    return { kafka: given.brokers, mongodb: given.uri };
  }
  const source = given ?? (await findComposeEngines());
  if (source.kind === 'none') throw new EngineError(`no Kafka and MongoDB can be had: ${source.reason}`);
  const Stack = source.kind === 'docker' ? ComposeStack : MavenStack;
  return new Stack(enginesFolder(), say).up();
}
