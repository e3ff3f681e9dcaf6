/** One project a test level, so that a level can run alone: `npx jest --selectProjects unit`. */
const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  // These are ES modules only, which Jest on Node 20 cannot require.
  transform: { '^.+\\.ts$|/node_modules/(jose|bloomfilter)/': ['@swc/jest', require('./.swcrc.test.cjs')] },
  transformIgnorePatterns: ['/node_modules/(?!(jose|bloomfilter)/)'],
  moduleNameMapper: { '^@lienthong/(.*)$': '<rootDir>/libs/$1/src' },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  setupFiles: ['reflect-metadata'],
};

/** Suites whose servers must answer as the OpenAPI document says. */
const served = { setupFilesAfterEnv: ['<rootDir>/tests/support/documented-answers.ts'] };

module.exports = {
  // Only what hangs takes this long: timings are no assertions, and machines are busy.
  testTimeout: 60_000,
  // What suites load stays in a process's memory; one process for all of them outgrows its heap.
  workerIdleMemoryLimit: '1GB',
  projects: [
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/{apps,libs,infra}/**/*.unit.spec.ts'] },
    { ...base, ...served, displayName: 'int', testMatch: ['<rootDir>/{apps,libs}/**/*.int.spec.ts'] },
    { ...base, ...served, displayName: 'system', testMatch: ['<rootDir>/{apps,tests}/**/*.e2e.spec.ts'] },
    {
      ...base,
      displayName: 'browser',
      testMatch: ['<rootDir>/tests/**/*.browser.spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/browser/patience.ts'],
    },
    {
      ...base,
      displayName: 'engines',
      testMatch: ['<rootDir>/{apps,libs,tests}/**/*.engines.spec.ts'],
      globalSetup: '<rootDir>/tests/support/engines/global-setup.ts',
      globalTeardown: '<rootDir>/tests/support/engines/global-teardown.ts',
      setupFilesAfterEnv: ['<rootDir>/tests/support/engines/patience.ts'],
    },
  ],
};
