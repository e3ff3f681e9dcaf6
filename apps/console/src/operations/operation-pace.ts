import { Injectable } from '@nestjs/common';

/** For how long a replica has an operation that it is at, and what others do meanwhile. Real ms. */
@Injectable()
export class OperationPace {
  /** Longer than any of the services that are asked takes; what a process that died had in hand waits so long for another. */
  readonly leaseMs: number = 20_000;
  /** Who sends what another replica is at is answered with what came of it, or after so long with `in-progress`. */
  readonly followMs: number = 5_000;
  /** Between two looks at what another replica does. */
  readonly followEveryMs: number = 100;
  /** Between two looks for what nobody is at. */
  readonly lookMs: number = 2_000;
}
