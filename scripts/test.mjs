import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, root } from './lib/prepare.mjs';

install();
build();

const require = createRequire(import.meta.url);
const { lackOfEngines } = require(join(root, 'dist', 'infra', 'engines', 'for-tests.js'));
const { lackOfChromium } = require(join(root, 'dist', 'infra', 'browser', 'chromium.js'));
const leftOut = [
  { project: 'engines', tests: 'tests on real engines', lack: await lackOfEngines() },
  { project: 'browser', tests: 'tests of the console in a browser', lack: lackOfChromium() },
].filter(({ lack }) => lack !== undefined);
const projects = leftOut.length === 0 ? [] : ['--ignoreProjects', ...leftOut.map(({ project }) => project)];

const folder = mkdtempSync(join(tmpdir(), 'lienthong-jest-'));
const report = join(folder, 'report.json');
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const { status } = spawnSync(
  process.execPath,
  [jest, '--json', `--outputFile=${report}`, ...process.argv.slice(2), ...projects],
  {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);

let result;
try {
  result = JSON.parse(readFileSync(report, 'utf8'));
} catch {
  result = {
    numPassedTests: 0,
    numFailedTests: 0,
    numFailedTestSuites: 1,
    numPendingTests: 0,
    testResults: [],
  };
} finally {
  rmSync(folder, { recursive: true, force: true });
}

for (const { tests, lack } of leftOut) console.log(`left out: ${tests} (${lack})`);
for (const suite of result.testResults) {
  for (const test of suite.assertionResults.filter((t) => t.status === 'pending' || t.status === 'todo')) {
    console.log(`left out: ${test.fullName}`);
  }
}
// A suite that could not even load has no tests to count: it counts as one failure.
const unloadable = result.testResults.filter(
  (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
);
const failed = result.numFailedTests + (result.testResults.length === 0 ? 1 : unloadable.length);
console.log(`${result.numPassedTests} passed, ${failed} failed`);
process.exitCode = failed > 0 || result.numPassedTests === 0 ? 1 : (status ?? 1);
