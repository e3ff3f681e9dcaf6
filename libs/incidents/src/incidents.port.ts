import { type IncidentSelection, type IncidentView } from '@lienthong/contracts';

/** What `error` of a selection may be part of, and what errors are counted by: no digits of anybody in it. */
export interface ErrorCount {
  readonly error: string;
  readonly count: number;
}

export interface IncidentQuery extends IncidentSelection {
  /** 0: only the counts. */
  readonly limit: number;
  /** The incident, by its id, behind which the page begins. */
  readonly after?: string;
}

export interface IncidentPage {
  /** By service, kind and aggregate. */
  readonly items: readonly IncidentView[];
  /** Where to go on; none when these were the last. */
  readonly next?: string;
  /** How many the selection brings. */
  readonly total: number;
  /** Of what the selection brings, largest first. */
  readonly byError: readonly ErrorCount[];
  /** Services that did not answer; what they hold is missing above. */
  readonly unavailable: readonly string[];
}

/** What came of retrying or discarding. */
export type IncidentOutcome =
  /** The aggregate goes on. */
  | { readonly result: 'closed' }
  /** It failed again, or what waited behind the dropped message did. */
  | { readonly result: 'open'; readonly incident: IncidentView }
  /** There is no such incident, any more. */
  | { readonly result: 'absent' }
  /** Another message than the one to discard is what failed. Nothing was done. */
  | { readonly result: 'changed'; readonly incident: IncidentView };

/** The incidents (sự cố) of all services, whatever process they run in. Also the injection token. */
export abstract class Incidents {
  abstract list(query: IncidentQuery): Promise<IncidentPage>;
  /** @throws Problem 503 when its service does not answer */
  abstract find(id: string): Promise<IncidentView | undefined>;
  /** Runs again what failed and what waited behind it; a timer that failed fires again. @throws Problem 503 */
  abstract retry(id: string): Promise<IncidentOutcome>;
  /**
   * Drops the message that failed and runs what waited behind it.
   * @param failed its message id: what has failed since is left alone, so that a repeated call drops nothing more
   * @throws Problem 503
   */
  abstract discard(id: string, failed?: string): Promise<IncidentOutcome>;
}
