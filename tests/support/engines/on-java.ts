import { lackOfJavaEngines } from '../../../infra/engines';

const LACK = 'JAVA_ENGINES_LACK';

/** In the global setup of the project `engines`, whose specs must know at once. */
export async function noteJavaEngines(): Promise<void> {
  const lack = await lackOfJavaEngines();
  if (lack !== undefined) process.env[LACK] = lack;
}

/** `describe` for a suite that starts Java processes of its own; where there can be none it is skipped, and its name says why. */
export function describeOnJava(name: string, suite: () => void): void {
  const lack = process.env[LACK];
  if (lack === undefined) describe(name, suite);
  else describe.skip(`${name} (${lack})`, suite);
}
