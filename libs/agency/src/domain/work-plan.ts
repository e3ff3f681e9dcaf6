import { type LinkedAgencyId } from '@lienthong/contracts';
import { type WorkDecision, decideWork } from '@lienthong/simulation';
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
  const { policy, regime, simulation } = item.open;
  return decideWork({
    seed: options.seed,
    dossierNumber,
    agency,
    step,
    procedureGroup: item.group,
    regime,
    simulation,
    rates: options.rates(policy),
  });
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

/**
 * Puts work that came in at `receivedAt` on the desk: it waits for the office to open and then takes its working
 * time. The end is rounded up to the minute, so that a sweep finds many due together.
 */
export function plan<Facts, Rec extends AgencyRecord>(
  agency: LinkedAgencyId,
  dossierNumber: string,
  item: OpenItem<Facts, Rec>,
  options: AgencyOptions,
): OpenItem<Facts, Rec> {
  const { receivedAt } = item;
  if (isInstant(options)) return { ...item, startedAt: receivedAt };
  const { calendar, mode } = options;
  const startedAt = calendar.nextOpening(receivedAt);
  const status = startedAt > receivedAt ? 'queued' : 'working';
  if (mode === 'manual') return { ...item, status, startedAt };
  const { workingMs } = modelDecision(agency, dossierNumber, item, options);
  const end = calendar.addWorkingMs(startedAt, workingMs);
  return { ...item, status, startedAt, readyAt: Math.ceil(end / MINUTE_MS) * MINUTE_MS };
}
