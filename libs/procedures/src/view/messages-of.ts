import { type InspectedMessage, type LinkedAgencyId } from '@lienthong/contracts';
import { type CaseState } from '../case/case-state';
import { type SagaAction } from '../saga/saga-events';
import { type ReplayedStep } from './replay-history';

/** The commands that a saga's wishes are carried out by. */
const COMMANDS: Readonly<Partial<Record<SagaAction['type'], string>>> = {
  request: 'vn.lienthong.work.requested.v1',
  resume: 'vn.lienthong.work.resumed.v1',
  'order-stop': 'vn.lienthong.stop.ordered.v1',
  'order-correction': 'vn.lienthong.correction.ordered.v1',
  'order-revocation': 'vn.lienthong.revocation.ordered.v1',
};

/** Entries that come of time passing, not of a message. */
const TIMERS = new Set(['supplement.expired', 'apology.issued']);

/**
 * The messages that a case took and the commands it sent, oldest first; the events it published are its history. Their
 * ids follow from how a case sends: of every step the commands first, then one event a history entry.
 */
export function messagesOf(
  { dossierNumber }: CaseState,
  steps: readonly ReplayedStep[],
): readonly InspectedMessage[] {
  const messages: InspectedMessage[] = [];
  let sequence = 0;
  let index = 1;
  for (const { at, entries, actions } of steps) {
    const [first] = entries;
    if (first && !TIMERS.has(first.type)) {
      messages.push({
        id: `entry/${index}`,
        type: `vn.lienthong.${first.type}.v1`,
        direction: 'in',
        at,
        ...(first.agency === undefined ? undefined : { agency: first.agency }),
      });
    }
    for (const { type, agency } of commandsOf(actions)) {
      sequence++;
      messages.push({ id: `orchestrator/${dossierNumber}/${sequence}`, type, direction: 'out', at, agency });
    }
    sequence += entries.length;
    index += entries.length;
  }
  return messages;
}

function commandsOf(
  actions: readonly SagaAction[],
): readonly { readonly type: string; readonly agency: LinkedAgencyId }[] {
  return actions.flatMap((action) => {
    const type = COMMANDS[action.type];
    return type === undefined || !('agency' in action) ? [] : [{ type, agency: action.agency }];
  });
}
