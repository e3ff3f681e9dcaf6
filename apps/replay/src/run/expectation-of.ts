import { createRates } from '@lienthong/simulation';
import { replaySettings } from '../embedded/replay-settings';
import { type RunOptions } from '../options/run-options';
import { type Expectation } from '../verification/expectation';

/** What the ends of an embedded run must be: every applicant is simulated, and a drawn number is never lost. */
export function embeddedExpectation(options: RunOptions): Expectation {
  const { seed, policy, rates } = replaySettings(options, 'unused', 0, {});
  return {
    seed,
    policy,
    rates: createRates(rates),
    applicant: 'simulated',
    gaps: 'none',
    instants: 'replayed',
  };
}

/**
 * What the ends of a run over HTTP must be, if the gateway runs with the same seed, rates and policy: nobody answers supplement
 * requests, and a number drawn by a process that was killed is lost.
 */
export function httpExpectation(options: RunOptions, dated: boolean): Expectation {
  const instants = dated ? 'replayed' : 'sent';
  return { ...embeddedExpectation(options), applicant: 'none', gaps: 'allowed', instants };
}
