import { Inject, Injectable } from '@nestjs/common';
import { CASE_QUERIES, type CaseQueries } from '@lienthong/contracts';
import { Remembered } from './remembered';

/** Real ms for which the answer is used again. */
const REMEMBERED_MS = 1_000;

/**
 * Which open cases nobody would move on. Only the sagas know: an event tells what happened, not that nothing will, so they
 * are asked.
 */
@Injectable()
export class OwnerlessCases {
  private readonly remembered = new Remembered<readonly string[]>(REMEMBERED_MS);

  constructor(@Inject(CASE_QUERIES) private readonly cases: CaseQueries) {}

  /** @throws Problem 503 `service-unavailable` where the sagas do not answer */
  all(): Promise<readonly string[]> {
    return this.remembered.get('', () => this.cases.withoutOwner());
  }
}
