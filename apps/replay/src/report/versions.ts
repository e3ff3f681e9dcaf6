import { cpus, release, totalmem, type } from 'node:os';
import { type Versions } from './replay-report';

/** This machine, without its name. */
export function currentVersions(program: string): Versions {
  const processors = cpus();
  return {
    program,
    node: process.versions.node,
    os: `${type()} ${release()}`,
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryBytes: totalmem(),
  };
}
