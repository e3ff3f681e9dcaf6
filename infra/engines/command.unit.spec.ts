import { lastLines, runCommand } from './command';

const TIMEOUT_MS = 10_000;

describe('runCommand', () => {
  it('gives the exit code and both outputs', async () => {
    const program = 'console.log("out"); console.error("err"); process.exitCode = 3';
    const { status, output } = await runCommand(process.execPath, ['-e', program], TIMEOUT_MS);
    expect(status).toBe(3);
    expect(output).toContain('out\n');
    expect(output).toContain('err\n');
  });

  it('has no exit code for a program that is not there', async () => {
    expect((await runCommand('lienthong-no-such-program', [], TIMEOUT_MS)).status).toBeUndefined();
  });

  it('has no exit code for a program that takes too long', async () => {
    const { status } = await runCommand(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], 200);
    expect(status).toBeUndefined();
  });
});

describe('lastLines', () => {
  it('leaves out blank lines and what came before', () => {
    expect(lastLines('one\n\ntwo\n  \nthree\n', 2)).toBe('two\nthree');
  });
});
