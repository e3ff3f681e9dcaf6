/** A statechart as data, from the machine that runs the cases: what a diagram is drawn from. */
export interface MachineView {
  /** e.g. `birth@1`. */
  readonly id: string;
  readonly version: number;
  readonly states: readonly MachineState[];
  readonly transitions: readonly MachineTransition[];
}

export interface MachineState {
  /** e.g. `branches.residency.awaiting-supplement`; the root is ``. */
  readonly id: string;
  readonly key: string;
  readonly parent?: string;
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'final';
  /** As it stands on screen. */
  readonly label: { readonly vi: string; readonly en: string };
  readonly initial?: string;
}

export interface MachineTransition {
  readonly from: string;
  readonly to: string;
  /** The event's name; empty for a transition without one. */
  readonly event: string;
  readonly guard?: string;
}

/** `GET /v1/operations/machines`. */
export interface MachineListView {
  readonly items: readonly { readonly id: string; readonly version: number }[];
}
