import { type MachineState, type MachineView } from '@lienthong/contracts';

function state(id: string, kind: MachineState['kind'], initial?: string): MachineState {
  const key = id.split('.').at(-1) ?? '';
  const parent = id.split('.').slice(0, -1).join('.');
  return {
    id,
    key,
    kind,
    label: { vi: key, en: key },
    ...(id !== '' && { parent }),
    ...(initial !== undefined && { initial }),
  };
}

const side = (id: string): MachineState[] => [
  state(id, 'compound', `${id}.working`),
  state(`${id}.working`, 'atomic'),
  state(`${id}.done`, 'final'),
];

/** A small machine of every kind of state, for specs: a first part, two parts side by side, an end, and a way back. */
export const machine: MachineView = {
  id: 'small@1',
  version: 1,
  states: [
    state('', 'compound', 'first'),
    state('first', 'compound', 'first.choosing'),
    state('first.choosing', 'atomic'),
    state('first.working', 'atomic'),
    state('first.waiting', 'atomic'),
    state('first.done', 'final'),
    state('both', 'parallel'),
    ...side('both.left'),
    ...side('both.right'),
    state('undoing', 'compound', 'undoing.working'),
    state('undoing.working', 'atomic'),
    state('end', 'final'),
  ],
  transitions: [
    { from: 'first', to: 'both', event: 'done', guard: 'fans-out' },
    { from: 'first.choosing', to: 'first.working', event: '', guard: 'chosen(a)' },
    { from: 'first.working', to: 'first.waiting', event: 'a.asked' },
    { from: 'first.working', to: 'first.working', event: 'a.late' },
    { from: 'first.working', to: 'first.done', event: 'a.approved' },
    { from: 'first.waiting', to: 'first.working', event: 'a.answered' },
    { from: 'first.waiting', to: 'first.working', event: 'resume' },
    { from: 'both.left.working', to: 'both.left.done', event: 'left.approved' },
    { from: 'both.right.working', to: 'both.right.done', event: 'right.approved' },
    { from: 'both', to: 'end', event: 'done' },
    { from: 'both', to: 'undoing', event: 'undo' },
    { from: 'undoing.working', to: 'undoing.working', event: 'undo' },
  ],
};
