/** Engines answer in milliseconds, but a machine that compiles or runs other suites beside them lets a test wait. */
jest.setTimeout(120_000);
