import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build, install, root } from './lib/prepare.mjs';

const USAGE = `Usage: npm test [-- [--quick] [paths and options of Jest]]

Installs and builds what is missing, runs every test that this machine can run, names the slowest suites
and what was left out, and ends with "N passed, N failed".

  --quick  unit and integration tests only: what needs no engine, browser, second process or kill
  --help   prints this`;
const SLOWEST = 10;

const given = process.argv.slice(2);
if (given.includes('--help')) {
  console.log(USAGE);
  process.exit();
}
const quick = given.includes('--quick');
const jestOptions = given.filter((option) => option !== '--quick');

install();
build();

const require = createRequire(import.meta.url);
const { lackOfEngines } = require(join(root, 'dist', 'infra', 'engines', 'for-tests.js'));
const { lackOfChromium } = require(join(root, 'dist', 'infra', 'browser', 'chromium.js'));
const leftOut = quick
  ? []
  : [
      { project: 'engines', tests: 'tests on real engines', lack: await lackOfEngines() },
      { project: 'browser', tests: 'tests of the console in a browser', lack: lackOfChromium() },
    ].filter(({ lack }) => lack !== undefined);

/** One call of Jest each. Kafka and MongoDB run during the second only: they would keep a small machine busy all the while. */
const calls = quick ? [['unit', 'int']] : [['unit', 'int', 'system', 'browser'], ['engines']];
const results = calls
  .map((projects) => projects.filter((name) => !leftOut.some(({ project }) => project === name)))
  .filter((projects) => projects.length > 0)
  .map(runJest);

/** Many tests wait, for a browser or for a process that starts: one worker more than there are cores. */
function runJest(projects) {
  const folder = mkdtempSync(join(tmpdir(), 'lienthong-jest-'));
  const report = join(folder, 'report.json');
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const workers = `--maxWorkers=${availableParallelism() + 1}`;
  const options = [workers, '--passWithNoTests', '--json', `--outputFile=${report}`, ...jestOptions];
  const { status } = spawnSync(process.execPath, [jest, ...options, '--selectProjects', ...projects], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    return { status, ...JSON.parse(readFileSync(report, 'utf8')) };
  } catch {
    return { status, numPassedTests: 0, numFailedTests: 1, testResults: [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const suites = results.flatMap(({ testResults }) => testResults);
const seconds = ({ startTime, endTime }) => (endTime - startTime) / 1000;

console.log(`the ${SLOWEST} slowest suites:`);
for (const suite of suites.sort((a, b) => seconds(b) - seconds(a)).slice(0, SLOWEST)) {
  console.log(`${seconds(suite).toFixed(1).padStart(7)} s  ${relative(root, suite.name)}`);
}
for (const { tests, lack } of leftOut) console.log(`left out: ${tests} (${lack})`);
for (const suite of suites) {
  for (const test of suite.assertionResults.filter((t) => t.status === 'pending' || t.status === 'todo')) {
    console.log(`left out: ${test.fullName}`);
  }
}

// A suite that could not even load has no tests to count: it counts as one failure.
const unloadable = suites.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0);
const sum = (numberOf) => results.reduce((total, result) => total + numberOf(result), 0);
const passed = sum(({ numPassedTests }) => numPassedTests);
const failed = sum(({ numFailedTests }) => numFailedTests) + unloadable.length;
// Jest may fail without a failed test, as when its global setup throws.
const broken = failed === 0 && results.some(({ status }) => status !== 0) ? 1 : 0;
console.log(`${passed} passed, ${failed + broken} failed`);
process.exitCode = failed + broken > 0 || passed === 0 ? 1 : 0;
