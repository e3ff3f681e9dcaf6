import { type BatchRequest, type CaseSelection, type IncidentSelection } from '@lienthong/contracts';

/** One condition of a selection: the key of its text, and what stands in it. */
export interface Condition {
  readonly key: string;
  /** Texts or codes; absent for yes-or-no conditions. */
  readonly values?: readonly string[];
}

/** What a batch selects by, condition by condition, in the order in which a filter shows them. */
export function conditionsOf(request: BatchRequest): readonly Condition[] {
  return 'incidents' in request ? ofIncidents(request.incidents) : ofCases(request.cases);
}

function ofIncidents({ service, error, dossierNumber }: IncidentSelection): readonly Condition[] {
  return [...given('service', service), ...given('error', error), ...given('number', dossierNumber)];
}

function ofCases(selection: CaseSelection): readonly Condition[] {
  const { status, overdue, stepOverdue, promiseBroken, dueWithin, incident, withoutOwner } = selection;
  return [
    ...given('number', selection.number),
    ...(status && status.length > 0 ? [{ key: 'status', values: status }] : []),
    ...given('procedureGroup', selection.procedureGroup),
    ...given('agency', selection.agency),
    ...given('province', selection.province),
    ...given('commune', selection.commune),
    ...given('policy', selection.policy),
    ...(overdue === undefined ? [] : [{ key: overdue ? 'overdue' : 'notOverdue' }]),
    ...(stepOverdue === undefined ? [] : [{ key: stepOverdue ? 'stepOverdue' : 'noStepOverdue' }]),
    ...(promiseBroken === undefined ? [] : [{ key: promiseBroken ? 'promiseBroken' : 'noPromiseBroken' }]),
    ...(dueWithin === undefined
      ? []
      : [dueWithin === 0 ? { key: 'dueToday' } : { key: 'dueWithin', values: [String(dueWithin)] }]),
    ...(incident === undefined ? [] : [{ key: incident ? 'incident' : 'noIncident' }]),
    ...(withoutOwner === undefined ? [] : [{ key: withoutOwner ? 'withoutOwner' : 'withOwner' }]),
    ...given('from', selection.from),
    ...given('to', selection.to),
  ];
}

function given(key: string, value: string | undefined): readonly Condition[] {
  return value === undefined || value === '' ? [] : [{ key, values: [value] }];
}
