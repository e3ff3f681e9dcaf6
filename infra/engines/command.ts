import { execFile } from 'node:child_process';

export interface Outcome {
  /** Undefined when the command is not there or took too long. */
  readonly status: number | undefined;
  /** Standard output and standard error. */
  readonly output: string;
}

/**
 * Runs a program to its end, without a shell; never rejects.
 * @param timeoutMs after which it is killed
 */
export function runCommand(program: string, args: readonly string[], timeoutMs: number): Promise<Outcome> {
  return new Promise((done) => {
    execFile(program, args, { timeout: timeoutMs, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const status = error === null ? 0 : typeof error.code === 'number' ? error.code : undefined;
      done({ status, output: stdout + stderr });
    });
  });
}

/** The end of an output, for an error message. */
export function lastLines(text: string, count = 12): string {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-count)
    .join('\n');
}
