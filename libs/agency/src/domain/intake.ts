import { isoDay } from '@lienthong/calendar';
import { type Dossier, type LinkedAgencyId, type Simulation, type WorkRequest } from '@lienthong/contracts';
import { type NumberRequest } from '@lienthong/engine';
import { formatLocalNumber } from '@lienthong/numbers';
import { regimeOf } from '@lienthong/simulation';
import { type AgencySpec, officeSeries } from './agency-spec';
import { type AgencyRecord, type OpenItem, type OpenWork } from './work-item';
import { type Writable } from './writable';

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
  const { office } = request;
  return {
    status: 'queued',
    office,
    group: request.dossier.procedureGroup,
    localNumber: formatLocalNumber(officeSeries(spec, office), isoDay(now), counter),
    attempt: request.attempt,
    step: 0,
    receivedAt: now,
    startedAt: now,
    open: openWork(spec, request),
  };
}

/** The item with the dossier as the applicant supplemented it. */
export function resumedItem<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  item: OpenItem<Facts, Rec>,
  supplement: { readonly attempt: number; readonly dossier: Dossier; readonly dueAt: number },
  now: number,
): OpenItem<Facts, Rec> {
  const { decidedAt: _decidedAt, reason: _reason, ...rest } = item;
  const open = openWork(spec, { ...item.open, ...supplement });
  return { ...rest, attempt: supplement.attempt, receivedAt: now, startedAt: now, open };
}

type Commanded = Pick<
  WorkRequest,
  'dossier' | 'policy' | 'procedures' | 'dueAt' | 'certificate' | 'personalId'
>;

function openWork<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  { dossier, policy, procedures, dueAt, certificate, personalId }: Commanded,
): OpenWork<Facts> {
  const regime = regimeOf(dossier);
  const { simulation } = dossier;
  const open: Writable<OpenWork<Facts>> = { policy, procedures, dueAt, facts: spec.facts(dossier) };
  if (regime) open.regime = regime;
  if (simulation) open.simulation = ownScript(simulation, spec.agency);
  if (certificate) open.certificate = certificate;
  if (personalId !== undefined) open.personalId = personalId;
  return open;
}

/** A script that does not name the agency still means that it approves. */
function ownScript(simulation: Simulation, agency: LinkedAgencyId): Simulation {
  const script = simulation[agency];
  return script ? { [agency]: script } : {};
}
