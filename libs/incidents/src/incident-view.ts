import { type IncidentView } from '@lienthong/contracts';
import { type Incident } from '@lienthong/engine';
import { isDossierNumber } from '@lienthong/numbers';
import { toVietnamIso } from '@lienthong/platform';
import { incidentId } from './incident-id';
import { shownError } from './shown-error';

/** An aggregate that stands still, as the console shows it. */
export function incidentView(service: string, kind: string, incident: Incident): IncidentView {
  const { id: aggregateId, since, attempts, error, waiting } = incident;
  const dossierNumber = [aggregateId, aggregateId.replace(/^[a-z]-/, ''), waiting[0]?.subject].find(
    (text) => text !== undefined && isDossierNumber(text),
  );
  return {
    id: incidentId({ service, kind, aggregateId }),
    service,
    kind,
    aggregateId,
    ...(dossierNumber !== undefined && { dossierNumber }),
    since: toVietnamIso(since),
    attempts,
    error: shownError(error),
    waiting: waiting.map(({ id, type, at }) => ({ id, type, at: toVietnamIso(at) })),
  };
}
