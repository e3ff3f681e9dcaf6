import { Inject, Injectable } from '@nestjs/common';
import { CASE_ACTIONS, type CaseActions } from '@lienthong/contracts';
import { type IncidentOutcome, Incidents } from '@lienthong/incidents';
import { outcomeOf } from '../operations/outcomes';
import { type Batch, type BatchTarget, type ItemResult } from './batch';

type Result = Omit<ItemResult, 'at'>;

/** Acts on one item of a batch; again after a crash, to the same effect. */
@Injectable()
export class BatchItems {
  constructor(
    @Inject(CASE_ACTIONS) private readonly cases: CaseActions,
    private readonly incidents: Incidents,
  ) {}

  /** @throws Problem 503 where the service does not answer: the item waits for it */
  async perform(batch: string, { request }: Pick<Batch, 'request'>, item: BatchTarget): Promise<Result> {
    const { target, failed } = item;
    try {
      if ('cases' in request) {
        const { action, reason } = request;
        const { status } = await this.cases.act(target, { action, reason, operation: batch });
        return { result: 'succeeded', before: status };
      }
      const outcome =
        request.action === 'retry'
          ? await this.incidents.retry(target)
          : await this.incidents.discard(target, failed);
      return resultOf(outcome);
    } catch (error) {
      const outcome = outcomeOf(error);
      if (!outcome || outcome.ok) throw error;
      const { status = 0, extensions: { caseStatus } = {} } = outcome.refusal ?? {};
      return {
        result: GONE.has(status) ? 'skipped' : 'failed',
        detail: outcome.error.code,
        ...(typeof caseStatus === 'string' && { before: caseStatus }),
      };
    }
  }
}

/** Not there any more, or not in a state that allows it any more. */
const GONE: ReadonlySet<number> = new Set([404, 409]);

function resultOf(outcome: IncidentOutcome): Result {
  switch (outcome.result) {
    case 'closed':
      return { result: 'succeeded' };
    case 'open':
      return { result: 'failed', detail: outcome.incident.error };
    case 'absent':
      return { result: 'skipped', detail: 'incident-not-found' };
    case 'changed':
      return { result: 'skipped', detail: 'incident-changed' };
  }
}
