import { type MachineState, type MachineTransition, type MachineView } from '@lienthong/contracts';
import { type machines } from '@lienthong/procedures';
import { stateLabel } from './state-labels';

type Machine = ReturnType<typeof machines>[number]['machine'];

interface Place {
  readonly path: readonly string[];
}

/** What is drawn of one of XState's transitions. */
interface Arrow {
  readonly target: readonly Place[] | undefined;
  readonly guard?: unknown;
}

/** What is drawn of one of XState's nodes. */
interface Node extends Place {
  readonly type: MachineState['kind'] | 'history';
  readonly parent?: Place | undefined;
  readonly states: Readonly<Record<string, Node>>;
  /** Of compound states only. */
  readonly initial: Arrow;
  readonly always?: readonly Arrow[] | undefined;
  readonly transitions: ReadonlyMap<string, readonly Arrow[]>;
}

const DONE = 'xstate.done.state.';

/** A statechart as data, read off the machine that runs the cases: what is drawn is what happens. */
export function machineView(id: string, machine: Machine): MachineView {
  const all = [...walk(machine.root)];
  const entered = enteredStates(all);
  const nodes = all.filter((node) => entered.has(idOf(node)));
  return {
    id,
    version: Number(machine.version),
    states: nodes.map((node) => stateOf(machine, node)),
    transitions: nodes.flatMap((node) => [...transitionsOf(node)]),
  };
}

function* walk(node: Node): Iterable<Node> {
  yield node;
  for (const child of Object.values(node.states)) yield* walk(child);
}

/** States that some way leads into: a chart shared by all agencies has one that only some of them can be in. */
function enteredStates(nodes: readonly Node[]): ReadonlySet<string> {
  const targets = nodes.flatMap((node) =>
    [...transitionsOf(node)].filter(({ from, to }) => from !== to).map(({ to }) => to),
  );
  const begun = nodes.flatMap((node): readonly Place[] => {
    if (node.type === 'parallel') return Object.values(node.states);
    return begins(node);
  });
  return new Set(['', ...targets, ...begun.map(idOf)]);
}

/** Where a compound state begins. */
function begins({ type, initial }: Node): readonly Place[] {
  return type === 'compound' ? (initial.target ?? []) : [];
}

function idOf({ path }: Place): string {
  return path.join('.');
}

function stateOf(machine: Machine, node: Node): MachineState {
  const [initial] = begins(node);
  const name = node.path.at(-1) ?? machine.id;
  return {
    id: idOf(node),
    key: name,
    ...(node.parent && { parent: idOf(node.parent) }),
    kind: kindOf(node),
    label: stateLabel(machine.id, node.path) ?? { vi: name, en: name },
    ...(initial && { initial: idOf(initial) }),
  };
}

function kindOf({ type, path }: Node): MachineState['kind'] {
  if (type === 'history') throw new Error(`${path.join('.')} is a history state, which no diagram shows`);
  return type;
}

function* transitionsOf(node: Node): Iterable<MachineTransition> {
  for (const transition of node.always ?? []) yield* arrows(node, '', transition);
  for (const [event, transitions] of node.transitions) {
    if (event === '') continue;
    for (const transition of transitions)
      yield* arrows(node, event.startsWith(DONE) ? 'done' : event, transition);
  }
}

/** What only notes something leads back to where it began. */
function* arrows(node: Node, event: string, { target, guard }: Arrow): Iterable<MachineTransition> {
  for (const to of target ?? [node]) {
    yield { from: idOf(node), to: idOf(to), event, ...(guard !== undefined && { guard: guardText(guard) }) };
  }
}

/** `chosen(residency)`, `not-ending`. */
function guardText(guard: unknown): string {
  if (typeof guard !== 'object' || guard === null || !('type' in guard)) return String(guard);
  const { type, params } = guard as { readonly type: string; readonly params?: unknown };
  const values = typeof params === 'object' && params !== null ? Object.values(params) : [];
  return values.length === 0 ? type : `${type}(${values.join(', ')})`;
}
