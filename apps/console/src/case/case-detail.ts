import {
  type CaseDetail,
  type CaseInspection,
  type IncidentView,
  type OperatorAction,
} from '@lienthong/contracts';
import { withVietnamTimes } from '@lienthong/platform';
import { Mask } from './mask';

/** A case as operators see it: everything known of it, of its persons only what tells them apart. */
export function caseDetail(
  { case: view, timeline, dossier, owner, stoppable, ...inspection }: CaseInspection,
  incidents: readonly IncidentView[],
): CaseDetail {
  const mask = new Mask(dossier);
  const shown = {
    ...inspection,
    case: {
      ...view,
      procedures: view.procedures.map(({ result, reason, ...procedure }) => ({
        ...procedure,
        ...(result && { result: mask.apply(result) }),
        ...(reason && { reason: mask.apply(reason) }),
      })),
    },
    timeline: timeline.map(({ data, ...entry }) => ({ ...entry, ...(data && { data: mask.apply(data) }) })),
    dossier: mask.apply(dossier),
  };
  return {
    // The names of instants are those of `WithInstants`: what they hold is text now.
    ...(withVietnamTimes(shown) as Omit<CaseDetail, 'owner' | 'incidents' | 'actions'>),
    ...ownerOf(owner, incidents),
    incidents,
    actions: actionsOf(view.allowedActions, stoppable),
  };
}

/**
 * A case as an officer sees it who has a part of it on the desk: what it decides on. What operators are busy with
 * (messages, incidents, actions) is not there.
 */
export function deskDetail(inspection: CaseInspection): CaseDetail {
  return { ...caseDetail({ ...inspection, messages: [] }, []), actions: [] };
}

/** While something failed nobody else can move the case on. */
function ownerOf(
  owner: CaseInspection['owner'],
  incidents: readonly IncidentView[],
): Pick<CaseDetail, 'owner'> | undefined {
  if (incidents.length > 0) return { owner: { kind: 'incident' } };
  return owner && { owner };
}

function actionsOf(
  allowed: CaseInspection['case']['allowedActions'],
  stoppable: boolean,
): readonly OperatorAction[] {
  const actions = allowed.filter((action) => action !== 'supplement');
  return stoppable ? [...actions, 'stop'] : actions;
}
