import { rmSync } from 'node:fs';
import { takeForTeardown } from './running';

export default async function globalTeardown(): Promise<void> {
  const run = takeForTeardown();
  await run?.engines.stop();
  if (run !== undefined) rmSync(run.directory, { recursive: true, force: true });
}
