import { runCommand } from './command';
import {
  chooseOwnEngines,
  type Facts,
  type GivenEngines,
  givenEngines,
  type OwnEngines,
} from './choose-engines';

const PROBE_TIMEOUT_MS = 60_000;

/** The engines to use: those of the environment, or where engines of our own can come from. */
export async function findEngines(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<GivenEngines | OwnEngines> {
  return givenEngines(environment) ?? (await findOwnEngines());
}

/** Where engines of our own can come from, whatever the environment names: for tests that kill their engine. */
export async function findOwnEngines(): Promise<OwnEngines> {
  return chooseOwnEngines(await gatherFacts());
}

/** Whether engines can run as Java processes, whatever else there is. */
export async function findJavaEngines(): Promise<OwnEngines> {
  return chooseOwnEngines({ ...(await gatherFacts()), docker: false });
}

/** As `findOwnEngines`, where Docker counts only with its Compose. */
export async function findComposeEngines(): Promise<OwnEngines> {
  const [facts, compose] = await Promise.all([gatherFacts(), succeeds('docker', ['compose', 'version'])]);
  return chooseOwnEngines({ ...facts, docker: facts.docker && compose });
}

async function gatherFacts(): Promise<Facts> {
  const [docker, java, javac, maven] = await Promise.all([
    succeeds('docker', ['info']),
    javaVersion(),
    succeeds('javac', ['-version']),
    succeeds('mvn', ['--version']),
  ]);
  return { docker, java, javac, maven };
}

async function succeeds(program: string, args: readonly string[]): Promise<boolean> {
  return (await runCommand(program, args, PROBE_TIMEOUT_MS)).status === 0;
}

async function javaVersion(): Promise<number | undefined> {
  const { status, output } = await runCommand('java', ['-version'], PROBE_TIMEOUT_MS);
  return status === 0 ? parseJavaVersion(output) : undefined;
}

/** The major version in what `java -version` prints; `1.8` is 8. */
export function parseJavaVersion(output: string): number | undefined {
  const version = /version "(?:1\.)?(\d+)/.exec(output)?.[1];
  return version === undefined ? undefined : Number(version);
}
