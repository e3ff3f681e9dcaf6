import { Injectable } from '@nestjs/common';
import { everyIncident, Incidents } from '@lienthong/incidents';

/** Real ms for which the answer is used again. */
const REMEMBERED_MS = 1_000;
const AT_ONCE = 500;

/** Which cases stand still: those with an open incident in some service. Services have no events of that, so they are asked. */
@Injectable()
export class StandingCases {
  private asked = -Infinity;
  private answer: Promise<ReadonlySet<string>> = Promise.resolve(NONE);

  constructor(private readonly incidents: Incidents) {}

  /** For display: what a service that does not answer holds is missing. */
  now(): Promise<ReadonlySet<string>> {
    const now = performance.now();
    if (now - this.asked > REMEMBERED_MS) {
      this.asked = now;
      this.answer = this.ask().catch(() => NONE);
    }
    return this.answer;
  }

  /**
   * For selecting.
   * @throws Problem 503 `service-unavailable` where a service does not answer
   */
  async all(): Promise<readonly string[]> {
    const numbers = new Set<string>();
    for await (const { dossierNumber } of everyIncident(this.incidents, {}))
      if (dossierNumber !== undefined) numbers.add(dossierNumber);
    return [...numbers];
  }

  private async ask(): Promise<ReadonlySet<string>> {
    const numbers = new Set<string>();
    for (let after: string | undefined; ;) {
      const page = await this.incidents.list({ limit: AT_ONCE, ...(after === undefined ? {} : { after }) });
      for (const { dossierNumber } of page.items) if (dossierNumber !== undefined) numbers.add(dossierNumber);
      if (page.next === undefined) break;
      after = page.next;
    }
    return numbers;
  }
}

const NONE: ReadonlySet<string> = new Set();
