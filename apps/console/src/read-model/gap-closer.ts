import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { CASE_HISTORIES, type CaseHistories } from '@lienthong/contracts';
import { CASE_RECORDS, type CaseRecords } from './case-records';
import { GapWatch } from './gap-watch';

const AT_ONCE = 100;
/** Real ms: gaps come in crowds, when the console begins amid cases that run. */
const GATHER_MS = 500;
const AFTER_FAILURE_MS = 5_000;

/** Asks for the histories of cases whose earlier events never came, until none is left. */
@Injectable()
export class GapCloser implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(GapCloser.name);
  private timer: NodeJS.Timeout | undefined;
  private closed = false;
  private closing: Promise<void> | undefined;

  constructor(
    @Inject(CASE_RECORDS) private readonly records: CaseRecords,
    @Inject(CASE_HISTORIES) private readonly histories: CaseHistories,
    gaps: GapWatch,
  ) {
    gaps.onOpened(() => this.soon(GATHER_MS));
  }

  onApplicationBootstrap(): void {
    this.soon(GATHER_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.closing;
  }

  private soon(ms: number): void {
    if (this.timer || this.closed) return;
    this.timer = setTimeout(() => {
      this.closing = this.closeAll().then(
        (left) => this.again(left ? GATHER_MS : undefined),
        (error: unknown) => {
          this.logger.warn(`gaps stay open for now: ${String(error)}`);
          this.again(AFTER_FAILURE_MS);
        },
      );
    }, ms).unref();
  }

  private again(ms: number | undefined): void {
    this.timer = undefined;
    if (ms !== undefined) this.soon(ms);
  }

  /** Whether gaps are left: the history did not reach as far as the events yet. */
  private async closeAll(): Promise<boolean> {
    let afterId = '';
    let left = false;
    while (!this.closed) {
      const found = await this.records.query({ where: { gap: 1 }, afterId, limit: AT_ONCE });
      const last = found.at(-1);
      if (!last) break;
      afterId = last.id;
      for (const history of await this.histories.of(found.map(({ id }) => id))) {
        const state = await this.records.accept(history.dossierNumber, { type: 'history.read', history });
        left ||= state?.gap !== undefined;
      }
    }
    await this.records.durable();
    return left;
  }
}
