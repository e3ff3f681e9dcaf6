import { type Decision, type NumberRequest, type Outgoing } from '@lienthong/engine';
import { handsOnMs } from '@lienthong/simulation';
import { type AgencyOptions } from './agency-options';
import { type AgencySpec, officeSeries } from './agency-spec';
import { type OfficerReleased, type OfficerRequested } from './office/office.messages';
import { type AgencyRecord, type OpenItem, type WorkItem } from './work-item';
import { decisionCase, modelDecision } from './work-plan';

type Numbered = Pick<AgencySpec<never, never>, 'numberPrefix'>;

/** Whether work needs an officer to be free: a person who decides is one, and what takes no time needs none. */
export function needsOfficer({ mode, pace, officers }: AgencyOptions): boolean {
  return officers !== undefined && mode === 'auto' && pace === 'working-time';
}

/** The office numbers the files that want an officer, for good. */
export function ticketSeries(spec: Numbered, office: string): NumberRequest {
  return { name: `${officeSeries(spec, office)}.tickets`, period: '' };
}

/** Puts work that came in into the queue of its office, which answers when an officer takes it up. */
export function queueForOfficer<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  dossierNumber: string,
  item: OpenItem<Facts, Rec>,
  ticket: number,
  options: AgencyOptions,
): Decision<WorkItem<Facts, Rec>> {
  const { receivedAt, office } = item;
  const { workingMs } = modelDecision(spec.agency, dossierNumber, item, options);
  const handsOn = handsOnMs(decisionCase(spec.agency, dossierNumber, item, options), workingMs);
  const request: Outgoing<OfficerRequested> = {
    topic: `${spec.agency}.commands`,
    type: 'vn.lienthong.officer.requested.v1',
    subject: office,
    data: { dossierNumber, ticket, receivedAt, handsOnMs: handsOn },
  };
  const startedAt = options.calendar.nextOpening(receivedAt);
  return { state: { ...item, status: 'queued', startedAt, ticket }, messages: [request] };
}

/** Tells the office that work was stopped which it has given an officer to, or has still to. */
export function releaseOfficer<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  { office, ticket }: WorkItem<Facts, Rec>,
  now: number,
): readonly Outgoing<OfficerReleased>[] {
  if (ticket === undefined) return [];
  return [
    {
      topic: `${spec.agency}.commands`,
      type: 'vn.lienthong.officer.released.v1',
      subject: office,
      data: { ticket, at: now },
    },
  ];
}
