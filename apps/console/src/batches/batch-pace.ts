import { Injectable } from '@nestjs/common';

/** How fast batches are worked, and for how long a worker has what it took up without saying so again. Real ms. */
@Injectable()
export class BatchPace {
  /** Items acted on at the same time. */
  readonly atOnce: number = 10;
  /** That so many items take at least: 250 a second at most. */
  readonly sliceMs: number = 40;
  /** Between two times that results are saved while a chunk is worked. */
  readonly saveMs: number = 1_000;
  /** What a process that died had in hand waits so long for another. */
  readonly leaseMs: number = 30_000;
  /** Between two looks for something to do. */
  readonly lookMs: number = 500;
}
