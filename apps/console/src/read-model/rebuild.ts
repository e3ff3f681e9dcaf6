import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { CASE_HISTORIES, type CaseHistories, type CaseHistory } from '@lienthong/contracts';
import { type Engine, Engines } from '@lienthong/engine';
import { Settings } from '@lienthong/platform';
import { CASE_RECORDS, type CaseRecords } from './case-records';
import { PROJECTION } from './case-record';
import { rebuildDecider, type RebuildInput, type RebuildState } from './rebuild.decider';

const PAGE = 100;
const ID = 'cases';
const AFTER_FAILURE_MS = 5_000;

/**
 * Reads every case's history into the read model: by itself where there are cases but no records, or records that an older
 * version worked out; with `CONSOLE=rebuild` always. It works in the background, a page a turn, and goes on after a restart;
 * events that come meanwhile are newer than what it reads, and stay.
 */
@Injectable()
export class Rebuild implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Rebuild.name);
  private readonly engine: Engine<RebuildState, RebuildInput>;
  private running: Promise<void> = Promise.resolve();
  private retry: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    @Inject(CASE_RECORDS) private readonly records: CaseRecords,
    @Inject(CASE_HISTORIES) private readonly histories: CaseHistories,
    private readonly settings: Settings,
    engines: Engines,
  ) {
    this.engine = engines.for(rebuildDecider);
  }

  onApplicationBootstrap(): void {
    this.run(this.settings.console === 'rebuild');
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.running;
  }

  /** The rebuild under way, if any. */
  async progress(): Promise<Pick<RebuildState, 'done' | 'since'> | undefined> {
    const state = await this.engine.read(ID);
    return state?.finished === false ? { done: state.done, since: state.since } : undefined;
  }

  /** Resolves when nothing is left to read, or it failed for now. */
  idle(): Promise<void> {
    return this.running;
  }

  private run(anew: boolean): void {
    this.running = this.work(anew).catch((error: unknown) => {
      this.logger.warn(`the read model is not complete yet: ${String(error)}`);
      if (!this.closed) this.retry = setTimeout(() => this.run(false), AFTER_FAILURE_MS).unref();
    });
  }

  private async work(anew: boolean): Promise<void> {
    const before = await this.engine.read(ID);
    const unfinished = before?.projection === PROJECTION && !before.finished;
    if (!unfinished && !anew && !(await this.isNeeded())) return;
    let state = unfinished ? before : await this.engine.execute(ID, { type: 'rebuild.begun' });
    while (!this.closed) {
      const page = await this.histories.page(state?.after, PAGE);
      const last = page.at(-1);
      if (!last) {
        await this.engine.execute(ID, { type: 'rebuild.finished' });
        return;
      }
      await this.take(page);
      state = await this.engine.execute(ID, {
        type: 'page.read',
        done: page.length,
        after: last.dossierNumber,
      });
    }
  }

  /** There are cases, and no record of any, or records that an older version worked out. */
  private async isNeeded(): Promise<boolean> {
    const [oldest] = await this.records.query({
      ranges: [{ facet: 'submittedAt', from: 0 }],
      order: { facet: 'submittedAt', descending: false },
      limit: 1,
    });
    if (oldest) return oldest.state.summary?.projection !== PROJECTION;
    return (await this.histories.page(undefined, 1)).length > 0;
  }

  private async take(page: readonly CaseHistory[]): Promise<void> {
    for (const history of page) {
      await this.records.accept(history.dossierNumber, { type: 'history.read', history, anew: true });
      await nextTurn();
    }
  }
}
