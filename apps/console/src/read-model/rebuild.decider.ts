import { type Decider } from '@lienthong/engine';
import { PROJECTION } from './case-record';

/** How far the reading of all cases' histories has come. */
export interface RebuildState {
  /** Epoch ms of the simulation's clock. */
  readonly since: number;
  readonly done: number;
  /** The last dossier number that was read. */
  readonly after?: string;
  readonly finished: boolean;
  /** {@link PROJECTION} when it began; absent in what was written before versions were kept. */
  readonly projection?: number;
}

export type RebuildInput =
  | { readonly type: 'rebuild.begun' }
  | { readonly type: 'page.read'; readonly done: number; readonly after: string }
  | { readonly type: 'rebuild.finished' };

/** The one rebuild of a console: it goes on where it was when the process stopped. */
export const rebuildDecider: Decider<RebuildState, RebuildInput> = {
  service: 'console',
  kind: 'console-rebuild',
  target: () => undefined,
  decide(state, input, { now }) {
    switch (input.type) {
      case 'rebuild.begun':
        return { state: { since: now, done: 0, finished: false, projection: PROJECTION } };
      case 'page.read':
        return state && { state: { ...state, done: state.done + input.done, after: input.after } };
      case 'rebuild.finished':
        return state && { state: { ...state, finished: true } };
      default:
        return undefined;
    }
  },
};
