import { type Clock } from '@lienthong/clock';
import { type EmbeddedDatabase } from '@lienthong/embedded';
import { calendarState, Readiness, type ReadinessReport } from '@lienthong/platform';

/**
 * Ready once the process has caught up with its past, for as long as what it acknowledges can be kept. A large file that is
 * still being looked through for damage does not hold it back, nor does a calendar that has ended: it stops filings only.
 */
export class EmbeddedReadiness extends Readiness {
  private started = false;

  constructor(
    private readonly database: EmbeddedDatabase,
    private readonly clock: Pick<Clock, 'now'>,
  ) {
    super();
  }

  /** The replay of the past is over and the services consume. */
  markStarted(): void {
    this.started = true;
  }

  async check(): Promise<ReadinessReport> {
    const store = await this.database.condition();
    const startup = this.started ? 'up' : 'still replaying the past';
    const calendar = calendarState(this.clock.now());
    return {
      ok: store === 'up' && startup === 'up',
      checks: {
        store,
        startup,
        ...(this.database.isBeingChecked && { integrity: 'being checked' }),
        ...(calendar !== 'up' && { calendar }),
      },
    };
  }
}
