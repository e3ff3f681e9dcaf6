import { type ReplayView } from '../replay-notice';
import { type Instant } from './instant';
import { type ClockView } from './session';

/** `GET /v1/operations/system`. */
export interface SystemView {
  readonly asOf: Instant;
  readonly version: string;
  readonly node: string;
  readonly bus: 'embedded' | 'kafka';
  readonly store: 'embedded' | 'mongodb';
  readonly clock: ClockView;
  readonly casesWithoutOwner: number;
  readonly incidents: number;
  readonly services: readonly ServiceView[];
  /** The replay that spoke last, as the load tester told the gateway; absent before any did. */
  readonly replay?: ReplayView;
  readonly readModel: {
    readonly cases: number;
    readonly freshnessP50Ms?: number;
    readonly freshnessP99Ms?: number;
    readonly rebuild?: { readonly done: number; readonly since: Instant };
  };
}

export interface ServiceView {
  readonly name: string;
  readonly up: boolean;
  readonly ready: boolean;
  /** Messages that wait for it. */
  readonly lag?: number;
  /** Age of the oldest message that is saved and not yet published, real ms. */
  readonly outboxAgeMs?: number;
  readonly timersLateMs?: number;
  readonly incidents?: number;
  readonly detail?: string;
}
