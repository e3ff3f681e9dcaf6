import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Repeating } from '@lienthong/platform';
import { TakenByAnother } from '../taken-by-another';
import { OperationPace } from './operation-pace';
import { OperationRunner } from './operation-runner';

const AT_ONCE = 100;

/**
 * Finishes what was begun by a process that is gone, or had to wait for a service. By the real clock: the simulation's may
 * stand still. What is open in two looks is taken up, unless another replica is still at it.
 */
@Injectable()
export class OperationResumer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Operations');
  private readonly looking: Repeating;
  private open: ReadonlySet<string> = new Set();

  constructor(
    private readonly runner: OperationRunner,
    private readonly pace: OperationPace,
  ) {
    this.looking = new Repeating(
      () => this.look(),
      pace.lookMs,
      () => this.logger.warn('open operations could not be looked for'),
    );
  }

  onApplicationBootstrap(): void {
    this.looking.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.looking.stop();
  }

  private async look(): Promise<number> {
    const open = await this.runner.open(AT_ONCE);
    for (const id of open.filter((one) => this.open.has(one) && !this.runner.isRunning(one)))
      await this.runner.run(id).catch((error: unknown) => {
        if (!(error instanceof TakenByAnother)) this.logger.warn(`operation ${id} has still to wait`);
      });
    this.open = new Set(open);
    return this.pace.lookMs;
  }
}
