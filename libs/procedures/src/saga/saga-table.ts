import { type CaseStatus, type LinkedAgencyId } from '@lienthong/contracts';
import { initialTransition, transition, type SnapshotFrom, type StateValue } from 'xstate';
import { type CaseMachine } from './case.machine';
import { type SagaContext } from './saga-context';
import { type SagaAction, type SagaEvent, type SagaEventName } from './saga-events';
import { phaseOf, statusOf, type Phase } from './saga-phase';

/** What is stored of a saga: plain data, enough to go on from. */
export interface SagaSnapshot {
  readonly status: 'active' | 'done';
  readonly value: StateValue;
  readonly context: SagaContext;
}

/** A transition: where it leads and what the machine wants done. */
export interface SagaStep {
  readonly to: SagaNode;
  readonly actions: readonly SagaAction[];
}

/** One state of a saga with everything that is read off it, worked out once and shared by all cases in it. */
export interface SagaNode {
  readonly snapshot: SagaSnapshot;
  readonly status: CaseStatus;
  phase(agency: LinkedAgencyId): Phase;
  /** The step `event` leads to; undefined where the state offers no such event. */
  next(event: SagaEventName): SagaStep | undefined;
}

type LiveSnapshot = SnapshotFrom<CaseMachine>;

/** Bounds the memory of a table: far above the number of states a machine has in practice. */
const MOST_NODES = 20_000;

/**
 * A machine as a transition table that fills itself: XState decides each (state, event) once, every later
 * case in that state looks the answer up. It can, because transitions are pure and states are few and small.
 */
export class SagaTable {
  private readonly nodes = new Map<string, TableNode>();
  private readonly starts = new Map<string, SagaStep>();
  private readonly known = new WeakMap<SagaSnapshot, TableNode>();

  constructor(readonly machine: CaseMachine) {}

  /** The saga of a case whose procedures need the agencies `chosen`. */
  start(chosen: readonly LinkedAgencyId[]): SagaStep {
    const key = chosen.join();
    let step = this.starts.get(key);
    if (!step) {
      const [live, actions] = initialTransition(this.machine, { chosen });
      step = { to: this.node(live), actions: actions.map(toAction) };
      this.starts.set(key, step);
    }
    return step;
  }

  /** The node of a stored snapshot. Throws when the machine has no such state. */
  at(snapshot: SagaSnapshot): SagaNode {
    let node = this.known.get(snapshot);
    if (!node) {
      node = this.nodes.get(keyOf(snapshot)) ?? this.add(this.restore(snapshot));
      this.known.set(snapshot, node);
    }
    return node;
  }

  /** The node of a live snapshot. */
  node(live: LiveSnapshot): SagaNode {
    return this.nodes.get(keyOf(live)) ?? this.add(live);
  }

  private add(live: LiveSnapshot): TableNode {
    const { value, context } = live;
    const node = new TableNode(this, live, {
      status: live.status === 'done' ? 'done' : 'active',
      value,
      context,
    });
    if (this.nodes.size >= MOST_NODES) this.nodes.clear();
    this.nodes.set(keyOf(live), node);
    this.known.set(node.snapshot, node);
    return node;
  }

  private restore({ status, value, context }: SagaSnapshot): LiveSnapshot {
    return this.machine.resolveState(status === 'done' ? { value, context, status } : { value, context });
  }
}

class TableNode implements SagaNode {
  readonly status: CaseStatus;
  private readonly phases: ReadonlyMap<LinkedAgencyId, Phase>;
  private readonly steps = new Map<SagaEventName, SagaStep | undefined>();

  constructor(
    private readonly table: SagaTable,
    private readonly live: LiveSnapshot,
    readonly snapshot: SagaSnapshot,
  ) {
    const { value, context } = snapshot;
    this.phases = new Map(context.chosen.map((agency) => [agency, phaseOf(value, context, agency)] as const));
    this.status = statusOf(value, this.phases.values());
  }

  phase(agency: LinkedAgencyId): Phase {
    return this.phases.get(agency) ?? 'not-started';
  }

  next(event: SagaEventName): SagaStep | undefined {
    if (!this.steps.has(event)) this.steps.set(event, this.decide({ type: event } as SagaEvent));
    return this.steps.get(event);
  }

  private decide(event: SagaEvent): SagaStep | undefined {
    if (this.live.status !== 'active' || !this.live.can(event)) return undefined;
    const [live, actions] = transition(this.table.machine, this.live, event);
    return { to: this.table.node(live), actions: actions.map(toAction) };
  }
}

function keyOf({ value, context }: Pick<SagaSnapshot, 'value' | 'context'>): string {
  return JSON.stringify([value, context]);
}

/** The machine's actions are registered with exactly these types and parameters. */
export function toAction({ type, params }: { readonly type: string; readonly params: unknown }): SagaAction {
  return { type, ...(params as object | undefined) } as SagaAction;
}
