import { type LinkedAgencyId } from '@lienthong/contracts';
import { type DecisionCase, type WorkDecision, decideWork } from '@lienthong/simulation';
import { type AgencyOptions } from './agency-options';
import { type AgencyRecord, type OpenItem } from './work-item';

const MINUTE_MS = 60_000;

/** What the model (or the dossier's script) decides at the item's present step. */
export function modelDecision(
  agency: LinkedAgencyId,
  dossierNumber: string,
  item: OpenItem<unknown, AgencyRecord>,
  options: AgencyOptions,
  step = item.step,
): WorkDecision {
  return decideWork(decisionCase(agency, dossierNumber, item, options, step));
}

/** What the model goes by at the item's present step. */
export function decisionCase(
  agency: LinkedAgencyId,
  dossierNumber: string,
  item: OpenItem<unknown, AgencyRecord>,
  options: AgencyOptions,
  step = item.step,
): DecisionCase {
  const { policy, regime, simulation } = item.open;
  return {
    seed: options.seed,
    dossierNumber,
    agency,
    step,
    procedureGroup: item.group,
    regime,
    simulation,
    rates: options.rates(policy),
  };
}

/** Whether the decision is taken in the same step that brings the work. */
export function isInstant({ mode, pace }: AgencyOptions): boolean {
  return mode === 'auto' && pace === 'instant';
}

/** What the next decision will be: passing over verifications where these take no time. */
export function nextOutcome(
  agency: LinkedAgencyId,
  dossierNumber: string,
  item: OpenItem<unknown, AgencyRecord>,
  options: AgencyOptions,
): WorkDecision['decision'] {
  let step = item.step;
  for (;;) {
    const { decision } = modelDecision(agency, dossierNumber, item, options, step);
    if (decision !== 'verify' || !isInstant(options)) return decision;
    step++;
  }
}

/** Puts work that came in at `receivedAt` on the desk: it waits for the office to open and then takes its working time. */
export function plan<Facts, Rec extends AgencyRecord>(
  agency: LinkedAgencyId,
  dossierNumber: string,
  item: OpenItem<Facts, Rec>,
  options: AgencyOptions,
): OpenItem<Facts, Rec> {
  const { receivedAt } = item;
  if (isInstant(options)) return { ...item, startedAt: receivedAt };
  const startedAt = options.calendar.nextOpening(receivedAt);
  if (options.mode === 'auto') return takenUp(agency, dossierNumber, item, startedAt, options);
  return { ...item, status: startedAt > receivedAt ? 'queued' : 'working', startedAt };
}

/**
 * Work that the model decides, taken up at `startedAt`. The end is rounded up to the minute, so that a sweep finds many
 * due together.
 */
export function takenUp<Facts, Rec extends AgencyRecord>(
  agency: LinkedAgencyId,
  dossierNumber: string,
  item: OpenItem<Facts, Rec>,
  startedAt: number,
  options: AgencyOptions,
): OpenItem<Facts, Rec> {
  const { workingMs } = modelDecision(agency, dossierNumber, item, options);
  const end = options.calendar.addWorkingMs(startedAt, workingMs);
  const status = startedAt > item.receivedAt ? 'queued' : 'working';
  return { ...item, status, startedAt, readyAt: Math.ceil(end / MINUTE_MS) * MINUTE_MS };
}
