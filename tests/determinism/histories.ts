import {
  CASE_QUERIES,
  type CaseQueries,
  type CaseView,
  type ProcessingTime,
  type TimelineEntry,
} from '@lienthong/contracts';
import { type Standalone } from '../../apps/standalone/src/standalone';

const PAGE = 200;

/** Everything the system tells about one case: to the millisecond, and free of when or where it really ran. */
export interface History {
  readonly view: CaseView;
  readonly timeline: readonly TimelineEntry[] | undefined;
  readonly processingTime: ProcessingTime | undefined;
}

/** All cases by dossier number. */
export async function historiesOf({ app }: Standalone): Promise<ReadonlyMap<string, History>> {
  const queries = app.get<CaseQueries>(CASE_QUERIES, { strict: false });
  const histories = new Map<string, History>();
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await queries.list({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }, 'vi');
    for (const view of page.items) {
      const timeline = await queries.timeline(view.dossierNumber, 'vi');
      histories.set(view.dossierNumber, {
        view,
        timeline,
        processingTime: await queries.processingTime(view.dossierNumber),
      });
    }
    cursor = page.nextCursor;
  }
  return histories;
}
