import { type Decider } from '@lienthong/engine';
import { TakenByAnother } from '../taken-by-another';
import { type Command, type Operation, type Outcome } from './operation';

interface Holder {
  readonly holder: string;
  /** Epoch ms of the real clock. */
  readonly until: number;
}

export type OperationInput =
  | ({
      readonly type: 'operation.begin';
      readonly operation: Omit<Operation, 'at' | 'command' | 'lease'>;
      readonly command: Command;
    } & Holder)
  | ({ readonly type: 'operation.claim'; readonly realNow: number } & Holder)
  | { readonly type: 'operation.release'; readonly holder: string }
  | {
      readonly type: 'operation.place';
      readonly entry: 'begunEntry' | 'endedEntry';
      readonly place: number;
      /** What is kept now; where something else is, another has kept it meanwhile. */
      readonly insteadOf: number | undefined;
    }
  | { readonly type: 'operation.acted'; readonly outcome: Outcome }
  | { readonly type: 'operation.close' };

/** The key was used for something else before. */
export class OperationKeyReused extends Error {
  readonly code = 'idempotency-key-reused';

  constructor() {
    super('idempotency key reused for another operation');
    this.name = 'OperationKeyReused';
  }
}

/**
 * What is on record of an operation: begun, with its entry in the audit log; acted, with what came of it; closed, when that
 * too is in the log. Each step is taken once, whoever of several takes it first; a replica that is at it has it until its
 * lease is over.
 */
export const operationDecider: Decider<Operation, OperationInput> = {
  service: 'console',
  kind: 'console-operations',
  target: () => undefined,
  decide(state, input, { now }) {
    if (input.type === 'timer.fired') return undefined;
    if (input.type === 'operation.begin') {
      const { operation, command, holder, until } = input;
      if (!state) return { state: { ...operation, at: now, command, lease: { holder, attempt: 1, until } } };
      if (state.bodyHash !== operation.bodyHash) throw new OperationKeyReused();
      return undefined;
    }
    if (!state || state.closed) return undefined;
    switch (input.type) {
      case 'operation.claim': {
        const { holder, realNow, until } = input;
        const { lease } = state;
        if (lease && lease.holder !== holder && lease.until > realNow)
          throw new TakenByAnother('the operation');
        const attempt = (lease?.attempt ?? 1) + (lease?.holder === holder ? 0 : 1);
        return { state: { ...state, lease: { holder, attempt, until } } };
      }
      case 'operation.release': {
        const { lease } = state;
        return lease?.holder === input.holder
          ? { state: { ...state, lease: { ...lease, until: 0 } } }
          : undefined;
      }
      case 'operation.place':
        if (state[input.entry] !== input.insteadOf) return undefined;
        return { state: { ...state, [input.entry]: input.place } };
      case 'operation.acted':
        return state.outcome ? undefined : { state: { ...state, outcome: input.outcome, endedAt: now } };
      case 'operation.close': {
        const { command: _command, lease: _lease, ...rest } = state;
        return state.outcome && { state: { ...rest, closed: true } };
      }
    }
  },
  facets: { open: { indexed: true, of: ({ closed }) => (closed ? undefined : 1) } },
};
