import { type IncidentSelection, type IncidentView } from '@lienthong/contracts';
import { Problem } from '@lienthong/platform';
import { type Incidents } from './incidents.port';

const AT_ONCE = 500;

/**
 * Every incident that a selection brings, page by page.
 * @throws Problem 503 `service-unavailable` where a service does not answer: a part would pass for the whole
 */
export async function* everyIncident(
  incidents: Incidents,
  selection: IncidentSelection,
): AsyncGenerator<IncidentView> {
  for (let after: string | undefined; ;) {
    const page = await incidents.list({
      ...selection,
      limit: AT_ONCE,
      ...(after !== undefined && { after }),
    });
    if (page.unavailable.length > 0)
      throw new Problem({ code: 'service-unavailable', extensions: { services: page.unavailable } });
    yield* page.items;
    if (page.next === undefined) return;
    after = page.next;
  }
}
