import { EngineError } from './engine';
import { findEngines, findJavaEngines } from './find-engines';
import { engineClassPath } from './jars';

/**
 * Why tests on real engines cannot run, or undefined when they can. Resolves the Java engines where they are the choice,
 * so that a registry out of reach is found here rather than in the midst of a test run.
 */
export async function lackOfEngines(): Promise<string | undefined> {
  const source = await findEngines();
  if (source.kind === 'none') return source.reason;
  return source.kind === 'maven' ? lackOfJars() : undefined;
}

/**
 * Why tests cannot run that start brokers of their own making (TLS, several of them), or undefined when they can: these are
 * Java processes, whatever engines the other tests use.
 */
export async function lackOfJavaEngines(): Promise<string | undefined> {
  const source = await findJavaEngines();
  return source.kind === 'none' ? source.reason : lackOfJars();
}

async function lackOfJars(): Promise<string | undefined> {
  try {
    await engineClassPath();
    return undefined;
  } catch (error) {
    if (error instanceof EngineError) return error.message.replaceAll('\n', ' | ');
    throw error;
  }
}
