import { type RunningEngines } from '../../../infra/engines';

interface Run {
  readonly engines: RunningEngines;
  readonly directory: string;
}

/** Setup and teardown are loaded apart and share the global object only. */
const shared = globalThis as { lienthongEngines?: Run };

export function keepForTeardown(run: Run): void {
  shared.lienthongEngines = run;
}

/** Undefined when the setup has failed. */
export function takeForTeardown(): Run | undefined {
  const run = shared.lienthongEngines;
  delete shared.lienthongEngines;
  return run;
}
