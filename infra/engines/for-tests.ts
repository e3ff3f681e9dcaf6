import { EngineError } from './engine';
import { findEngines } from './find-engines';
import { engineClassPath } from './jars';

/**
 * Why tests on real engines cannot run, or undefined when they can. Resolves the Java engines where they are the choice,
 * so that a registry out of reach is found here rather than in the midst of a test run.
 */
export async function lackOfEngines(): Promise<string | undefined> {
  const source = await findEngines();
  if (source.kind === 'none') return source.reason;
  if (source.kind !== 'maven') return undefined;
  try {
    await engineClassPath();
    return undefined;
  } catch (error) {
    if (error instanceof EngineError) return error.message.replaceAll('\n', ' | ');
    throw error;
  }
}
