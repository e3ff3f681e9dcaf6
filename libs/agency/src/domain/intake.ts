import { type Dossier, type Simulation, type WorkRequest } from '@lienthong/contracts';
import { type NumberRequest } from '@lienthong/engine';
import { isoDay } from '@lienthong/calendar';
import { formatLocalNumber } from '@lienthong/numbers';
import { regimeOf } from '@lienthong/simulation';
import { type AgencySpec, officeSeries } from './agency-spec';
import { type AgencyRecord, type OpenItem, type OpenWork } from './work-item';

/** The agency numbers its dossiers by office and day. */
export function localSeries<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  office: string,
  now: number,
): NumberRequest {
  return { name: officeSeries(spec, office), period: isoDay(now) };
}

/** A work item as a new command brings it; it is not yet on the desk. */
export function openItem<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  request: WorkRequest,
  counter: number,
  now: number,
): OpenItem<Facts, Rec> {
  const { dossier, office, policy, procedures, dueAt, certificate, personalId } = request;
  return {
    status: 'queued',
    office,
    group: dossier.procedureGroup,
    localNumber: formatLocalNumber(officeSeries(spec, office), isoDay(now), counter),
    attempt: request.attempt,
    step: 0,
    receivedAt: now,
    startedAt: now,
    open: {
      policy,
      procedures,
      dueAt,
      ...contentOf(spec, dossier),
      ...(certificate && { certificate }),
      ...(personalId !== undefined && { personalId }),
    },
  };
}

/** The item with the dossier as the applicant supplemented it. */
export function resumedItem<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  item: OpenItem<Facts, Rec>,
  request: { readonly attempt: number; readonly dossier: Dossier; readonly dueAt: number },
): OpenItem<Facts, Rec> {
  const { policy, procedures, certificate, personalId } = item.open;
  const { attempt, dossier, dueAt } = request;
  const { decidedAt: _decidedAt, reason: _reason, ...rest } = item;
  return {
    ...rest,
    attempt,
    open: {
      policy,
      procedures,
      dueAt,
      ...contentOf(spec, dossier),
      ...(certificate && { certificate }),
      ...(personalId !== undefined && { personalId }),
    },
  };
}

type Content<Facts> = Pick<OpenWork<Facts>, 'facts' | 'regime' | 'simulation'>;

function contentOf<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  dossier: Dossier,
): Content<Facts> {
  const regime = regimeOf(dossier);
  const { simulation } = dossier;
  return {
    facts: spec.facts(dossier),
    ...(regime && { regime }),
    ...(simulation && { simulation: ownScript(simulation, spec.agency) }),
  };
}

/** A script that does not name the agency still means that it approves. */
function ownScript(simulation: Simulation, agency: AgencySpec<never, never>['agency']): Simulation {
  const script = simulation[agency];
  return script ? { [agency]: script } : {};
}
