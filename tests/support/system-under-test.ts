import { type Type } from '@nestjs/common';
import { type Clock } from '@lienthong/clock';
import { type Addressed } from '@lienthong/event-bus';
import { type Metrics } from '@lienthong/platform';
import { type Desks } from './desks';

export type Token<T> = Type<T> | (abstract new (...args: never[]) => T) | string | symbol;
export type OnSent = (sent: Addressed) => void;

/** All services in this process by a clock that stands still unless the test moves it, over any bus and store. */
export interface SystemUnderTest {
  readonly desks: Desks;
  readonly clock: Clock;
  readonly metrics: Metrics;
  /** A provider of any of the services. */
  get<T>(token: Token<T>): T;
  /** Resolves when nothing is on its way between the services. */
  idle(): Promise<void>;
  /** Moves the clock to `instant` (epoch ms), letting everything due on the way happen at its own time. */
  advanceTo(instant: number): Promise<number>;
  /** Tells of every message that goes to the bus, in the order of sending; no longer after {@link reopen}. */
  onSent(listener: OnSent): void;
  /** Puts messages on the bus, as a sender would that repeats itself. */
  append(messages: readonly Addressed[]): Promise<void>;
  /** Messages that some consumer has not acknowledged. For a system that is idle. */
  backlog(): Promise<number>;
  /** Stops everything and starts again from what is stored. */
  reopen(): Promise<void>;
  /** Stops everything and removes what was stored. */
  close(): Promise<void>;
}
