import { type Decision, type DecisionContext } from '@lienthong/engine';
import { canVerify } from '@lienthong/simulation';
import { OfficerDecisionRefused } from './agency.errors';
import { type OfficerDecision } from './agency-input';
import { type AgencyOptions } from './agency-options';
import { type AgencySpec } from './agency-spec';
import { asDecision, settle } from './settle';
import { type AgencyRecord, awaitsOfficer, isOnDesk, type WorkItem } from './work-item';

/**
 * Carries out a person's decision. Work stays with whom it was given to when it came in: what the model has
 * planned it decides, even after the agency was switched to manual mode, and the other way round.
 * @throws OfficerDecisionRefused
 */
export function officerDecided<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  options: AgencyOptions,
  item: WorkItem<Facts, Rec> | undefined,
  { decision, reason, officer, data }: OfficerDecision,
  context: DecisionContext,
): Decision<WorkItem<Facts, Rec>> {
  if (!item) throw new OfficerDecisionRefused('work-item-unknown');
  if (!isOnDesk(item)) throw new OfficerDecisionRefused('work-item-not-open');
  if (item.readyAt !== undefined || awaitsOfficer(item))
    throw new OfficerDecisionRefused('agency-not-manual');
  const verifiable = canVerify(spec.agency, item.group) && item.status !== 'verifying';
  if (decision === 'verify' && !verifiable) throw new OfficerDecisionRefused('verification-not-allowed');
  const signed = { ...item, ...(officer !== undefined && { officer }), ...(data && { note: data }) };
  return asDecision(settle(spec, options, signed, { decision, reason }, context));
}
