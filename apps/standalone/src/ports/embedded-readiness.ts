import { type EmbeddedDatabase } from '@lienthong/embedded';
import { Readiness, type ReadinessReport } from '@lienthong/platform';

/**
 * Ready once the process has caught up with its past, for as long as what it acknowledges can be kept. A large file that is
 * still being looked through for damage does not hold it back.
 */
export class EmbeddedReadiness extends Readiness {
  private started = false;

  constructor(private readonly database: EmbeddedDatabase) {
    super();
  }

  /** The replay of the past is over and the services consume. */
  markStarted(): void {
    this.started = true;
  }

  async check(): Promise<ReadinessReport> {
    const store = await this.database.condition();
    const startup = this.started ? 'up' : 'still replaying the past';
    return {
      ok: store === 'up' && startup === 'up',
      checks: { store, startup, ...(this.database.isBeingChecked && { integrity: 'being checked' }) },
    };
  }
}
