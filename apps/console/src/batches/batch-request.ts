import { type BatchRequest, INCIDENT_ACTIONS } from '@lienthong/contracts';
import { type FieldError, Problem } from '@lienthong/platform';
import { type BatchForm } from './batches.dto';

/**
 * What the form asks for: a selection of the kind that the action is for, and none of the other.
 * @throws Problem 400
 */
export function batchRequest({ action, cases, incidents, reason }: BatchForm): BatchRequest {
  const onIncidents = INCIDENT_ACTIONS.find((one) => one === action);
  const wanted = onIncidents ? 'incidents' : 'cases';
  const other = onIncidents ? 'cases' : 'incidents';
  const errors: FieldError[] = [];
  if (!(onIncidents ? incidents : cases)) errors.push({ pointer: `/${wanted}`, code: 'required' });
  if (onIncidents ? cases : incidents) errors.push({ pointer: `/${other}`, code: 'unknown-field' });
  // Nothing said would be every case in the land.
  if (cases && Object.values(cases).every((value) => value === undefined))
    errors.push({ pointer: '/cases', code: 'empty' });
  if (errors.length > 0) throw Problem.validation(errors);
  return onIncidents
    ? { action: onIncidents, incidents: { ...incidents }, reason }
    : { action: action as 'stop' | 'withdraw', cases: { ...cases }, reason };
}
