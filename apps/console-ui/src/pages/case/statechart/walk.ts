import { type MachineState, type MachineView, type SagaView } from '@lienthong/contracts';

/** What a case did on its statechart. */
export interface Walk {
  /** Of each state that rests, the numbers of its steps: 1 for the first state entered, and so on. */
  readonly steps: ReadonlyMap<string, readonly number[]>;
  /** When each state was last entered. */
  readonly enteredAt: ReadonlyMap<string, string>;
  /** Keys of the transitions taken, see {@link arrowKey}. */
  readonly taken: ReadonlySet<string>;
}

export function arrowKey(from: string, to: string): string {
  return `${from}→${to}`;
}

/** Follows a case's path over its machine. The path names every state entered, those too that were left at once. */
export function walkOf(machine: MachineView, path: SagaView['path']): Walk {
  return new Follower(machine).follow(path);
}

class Follower {
  private readonly states: ReadonlyMap<string, MachineState>;
  /** The child of each compound state that was entered last. */
  private readonly last = new Map<string, string>();
  private readonly steps = new Map<string, number[]>();
  private readonly enteredAt = new Map<string, string>();
  private readonly taken = new Set<string>();
  private count = 0;

  constructor(private readonly machine: MachineView) {
    this.states = new Map(machine.states.map((state) => [state.id, state]));
  }

  follow(path: SagaView['path']): Walk {
    for (const { state, at } of path) {
      const entered = this.states.get(state);
      if (!entered || entered.parent === undefined) continue;
      for (const part of this.chain(entered)) this.move(part);
      this.enteredAt.set(state, at);
      if (isLeaf(entered) && !isChoice(this.machine, state)) this.number(state);
    }
    return { steps: this.steps, enteredAt: this.enteredAt, taken: this.taken };
  }

  /** From the outermost state below the root to the one entered. */
  private chain(state: MachineState): readonly MachineState[] {
    const parent = state.parent === undefined ? undefined : this.states.get(state.parent);
    return parent?.parent === undefined ? [state] : [...this.chain(parent), state];
  }

  private move({ id, parent = '' }: MachineState): void {
    if (this.states.get(parent)?.kind === 'parallel') return;
    const from = this.last.get(parent);
    if (from !== undefined && from !== id) {
      this.taken.add(arrowKey(from, id));
      this.forget(id);
    }
    this.last.set(parent, id);
  }

  /** A part that is entered anew begins anew. */
  private forget(part: string): void {
    for (const parent of [...this.last.keys()])
      if (parent === part || parent.startsWith(`${part}.`)) this.last.delete(parent);
  }

  private number(state: string): void {
    this.count += 1;
    this.steps.set(state, [...(this.steps.get(state) ?? []), this.count]);
  }
}

export function isLeaf({ kind }: MachineState): boolean {
  return kind === 'atomic' || kind === 'final';
}

/** A state in which no case ever rests: it only weighs where to go. */
export function isChoice(machine: MachineView, state: string): boolean {
  const leaving = machine.transitions.filter(({ from }) => from === state);
  return leaving.length > 0 && leaving.every(({ event }) => event === '');
}
