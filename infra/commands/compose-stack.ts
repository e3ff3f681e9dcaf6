import { join } from 'node:path';
import { lastLines, runCommand } from '../engines/command';
import { EngineError } from '../engines/engine';
import { projectRoot } from '../engines/project-root';
import { KAFKA_PORT, MONGO_PORT } from './maven-stack';
import { readState, writeState } from './state';

const COMPOSE_TIMEOUT_MS = 600_000;
const SERVICES = ['kafka', 'mongodb'];

/** The two engines of docker-compose.yml; `folder` holds the note that they were started. */
export class ComposeStack {
  private readonly stateFile: string;

  constructor(
    folder: string,
    private readonly say: (line: string) => void,
  ) {
    this.stateFile = join(folder, 'state.json');
  }

  get started(): boolean {
    return readState(this.stateFile).compose === true;
  }

  async up(): Promise<{ kafka: string; mongodb: string }> {
    await compose('up', '--detach', '--wait', ...SERVICES);
    writeState(this.stateFile, { ...readState(this.stateFile), compose: true });
    this.say('kafka and mongodb of docker-compose.yml are up');
    const { KAFKA_PORT: kafka = KAFKA_PORT, MONGODB_PORT: mongodb = MONGO_PORT } = process.env;
    return { kafka: `127.0.0.1:${kafka}`, mongodb: `mongodb://127.0.0.1:${mongodb}` };
  }

  async down(clean: boolean): Promise<void> {
    await (clean ? compose('down', '--volumes', ...SERVICES) : compose('stop', ...SERVICES));
    const { compose: _started, ...rest } = readState(this.stateFile);
    writeState(this.stateFile, rest);
    this.say(`kafka and mongodb of docker-compose.yml are down${clean ? ', their data removed' : ''}`);
  }
}

async function compose(...args: readonly string[]): Promise<void> {
  const file = join(projectRoot(), 'docker-compose.yml');
  const { status, output } = await runCommand('docker', ['compose', '-f', file, ...args], COMPOSE_TIMEOUT_MS);
  if (status !== 0) throw new EngineError(`docker compose ${args[0]} failed:\n${lastLines(output)}`);
}
