import { type MachineState, type MachineView } from '@lienthong/contracts';
import { arrowKey, isChoice, isLeaf, type Walk } from './walk';

/** One box, or one choice, of the diagram. */
export interface DiagramState {
  readonly state: MachineState;
  readonly shape: 'box' | 'choice' | 'container' | 'folded';
  readonly active: boolean;
  readonly initial: boolean;
  readonly steps: readonly number[];
  readonly enteredAt?: string;
  /** Events that are taken without leaving the state. */
  readonly internal: readonly Arrow['labels'][number][];
}

export interface Arrow {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  /** What takes it; several when several events lead the same way. */
  readonly labels: readonly { readonly event: string; readonly guard?: string }[];
  readonly taken: boolean;
}

export interface Diagram {
  readonly states: readonly DiagramState[];
  readonly arrows: readonly Arrow[];
}

/**
 * The parts that are open at first: those that the case has been in, and those on its ordinary way, which leads on without
 * anybody's order. Corrections and cancellations are folded until one is under way.
 */
export function openAtFirst(machine: MachineView, walk: Walk): ReadonlySet<string> {
  const open = new Set<string>();
  const visit = (id: string): void => {
    const state = machine.states.find((one) => one.id === id);
    if (!state || open.has(id) || isLeaf(state)) return;
    open.add(id);
    if (state.kind === 'parallel')
      for (const child of machine.states) if (child.parent === id) visit(child.id);
    if (state.initial !== undefined) visit(state.initial);
    for (const { from, to, event } of machine.transitions)
      if (from === id && (event === '' || event === 'done')) visit(to);
  };
  visit('');
  for (const id of [...walk.steps.keys(), ...walk.enteredAt.keys()]) {
    for (let part = id; part.includes('.');) {
      part = part.slice(0, part.lastIndexOf('.'));
      visit(part);
    }
  }
  return open;
}

/** What is on the diagram while `open` parts show what is inside them. The root itself is the canvas. */
export function diagramOf(
  machine: MachineView,
  walk: Walk,
  active: readonly string[],
  open: ReadonlySet<string>,
): Diagram {
  const byId = new Map(machine.states.map((state) => [state.id, state]));
  const shown = (state: MachineState): boolean => {
    if (state.parent === undefined) return false;
    const parent = byId.get(state.parent);
    return parent !== undefined && open.has(parent.id) && (parent.parent === undefined || shown(parent));
  };
  const states = machine.states.filter(shown);
  const ids = new Set(states.map(({ id }) => id));
  const initial = new Set(machine.states.flatMap((state) => state.initial ?? []));
  return {
    states: states.map((state) => ({
      state,
      shape: shapeOf(machine, state, open),
      active: active.includes(state.id),
      initial: initial.has(state.id),
      steps: walk.steps.get(state.id) ?? [],
      ...enteredAt(walk, state.id),
      internal: machine.transitions
        .filter(({ from, to }) => from === state.id && to === state.id)
        .map(labelOf),
    })),
    arrows: arrowsOf(machine, walk, ids),
  };
}

function enteredAt(walk: Walk, id: string): { readonly enteredAt?: string } {
  const at = walk.enteredAt.get(id);
  return at === undefined ? {} : { enteredAt: at };
}

function shapeOf(
  machine: MachineView,
  state: MachineState,
  open: ReadonlySet<string>,
): DiagramState['shape'] {
  if (!isLeaf(state)) return open.has(state.id) ? 'container' : 'folded';
  return isChoice(machine, state.id) ? 'choice' : 'box';
}

function arrowsOf(machine: MachineView, walk: Walk, shown: ReadonlySet<string>): readonly Arrow[] {
  const arrows = new Map<string, Arrow>();
  for (const transition of machine.transitions) {
    const { from, to } = transition;
    if (from === to || !shown.has(from) || !shown.has(to)) continue;
    const key = arrowKey(from, to);
    const known = arrows.get(key);
    const labels = [...(known?.labels ?? []), labelOf(transition)];
    arrows.set(key, { key, from, to, labels, taken: walk.taken.has(key) });
  }
  return [...arrows.values()];
}

function labelOf({ event, guard }: MachineView['transitions'][number]): Arrow['labels'][number] {
  return { event, ...(guard !== undefined && { guard }) };
}
