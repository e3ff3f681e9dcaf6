import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngines } from '../../../infra/engines';
import { noteJavaEngines } from './on-java';
import { keepForTeardown } from './running';

/** Once for a run of the project `engines`: its specs find `KAFKA_BROKERS` and `MONGODB_URI` in their environment. */
export default async function globalSetup(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'lienthong-engines-'));
  try {
    const engines = await startEngines(directory);
    process.env.KAFKA_BROKERS = engines.brokers;
    process.env.MONGODB_URI = engines.uri;
    await noteJavaEngines();
    keepForTeardown({ engines, directory });
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
}
