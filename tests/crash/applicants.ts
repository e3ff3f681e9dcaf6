import { type HttpJson } from '../support/http-json';
import { contradiction, type Receipt } from '../support/load/receipt';
import { type ScriptedDossier } from '../support/load/scripted-dossiers';

const AT_ONCE = 24;
/** Real ms between two steps of time: the process has other things to do as well. */
const STEP_PAUSE_MS = 5;
/** Every so often somebody asks again with a key that was answered before. */
const ASKED_AGAIN = 0.1;
const CHECKED_AFTER_A_CRASH = 30;

/**
 * Everybody outside the process that is killed: those who file, and the one who lets the virtual time pass. They
 * remember what they were told, and hold the next process to it.
 */
export class Applicants {
  readonly receipts = new Map<string, Receipt>();
  readonly faults: string[] = [];
  /** Submissions that a crash left without an answer: taken or not, they are filed again. */
  unanswered = 0;
  private readonly waiting: ScriptedDossier[];
  private readonly answered: ScriptedDossier[] = [];
  private latestNow = 0;

  constructor(
    dossiers: readonly ScriptedDossier[],
    private readonly random: () => number,
    /** Real ms between two submissions of the same line, at most. */
    private readonly pauseMs: number,
  ) {
    this.waiting = [...dossiers].reverse();
  }

  get done(): boolean {
    return this.waiting.length === 0;
  }

  /** Files and advances for as long as the process answers. */
  async keepBusy(http: HttpJson, step: string): Promise<void> {
    const lines = Array.from({ length: AT_ONCE }, () => this.file(http, Infinity));
    await Promise.all([this.remind(http), this.letTimePass(http, step), ...lines]);
  }

  /** Files what is still waiting. */
  async fileRest(http: HttpJson): Promise<void> {
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.file(http, 0)));
  }

  async advance(http: HttpJson, by: string): Promise<void> {
    const { status, body } = await http.post<{ now: string }>('/v1/simulation/advance', { by });
    if (status !== 200) throw new Error(`advance was answered ${status}: ${JSON.stringify(body)}`);
    const now = Date.parse(body.now);
    if (now < this.latestNow) this.faults.push(`time went back from ${this.latestNow} to ${now}`);
    this.latestNow = now;
  }

  private async file(http: HttpJson, idleTurns: number): Promise<void> {
    for (let idle = 0; idle <= idleTurns;) {
      const again = this.random() < ASKED_AGAIN ? this.someAnswered() : undefined;
      const next = again ?? this.waiting.pop();
      if (!next) idle++;
      else if (!(await this.submit(http, next))) return;
      if (idleTurns > 0) await pause(this.random() * this.pauseMs);
    }
  }

  /** False where the connection broke. */
  private async submit(http: HttpJson, next: ScriptedDossier): Promise<boolean> {
    const headers = { 'idempotency-key': next.key };
    const answer = await http.post<Receipt>('/v1/dossiers', next.dossier, headers).catch(() => undefined);
    const before = this.receipts.get(next.key);
    if (!answer) {
      if (before) return false;
      this.unanswered++;
      this.waiting.push(next);
      return false;
    }
    if (answer.status !== 202)
      this.faults.push(`${next.key}: ${answer.status} ${JSON.stringify(answer.body)}`);
    else if (!before) {
      this.receipts.set(next.key, answer.body);
      this.answered.push(next);
    } else
      this.faults.push(...[contradiction(next.key, before, answer.body)].filter((it) => it !== undefined));
    return true;
  }

  /** What was acknowledged last before the crash is what a careless system would lose. */
  private async remind(http: HttpJson): Promise<void> {
    for (const { key } of this.answered.slice(-CHECKED_AFTER_A_CRASH)) {
      const number = this.receipts.get(key)?.dossierNumber;
      const answer = await http.get(`/v1/dossiers/${number}`).catch(() => undefined);
      if (!answer) return;
      if (answer.status !== 200)
        this.faults.push(`${number} was acknowledged and is answered ${answer.status}`);
    }
    const metrics = await http.get<string>('/metrics').catch(() => undefined);
    if (metrics && !/^lienthong_cases_without_owner 0$/m.test(metrics.body))
      this.faults.push('a case has no owner');
  }

  private async letTimePass(http: HttpJson, step: string): Promise<void> {
    for (;;) {
      const broken = await this.advance(http, step).then(
        () => false,
        (error: NodeJS.ErrnoException) => {
          if (error.code === undefined) this.faults.push(error.message);
          return true;
        },
      );
      if (broken) return;
      await pause(STEP_PAUSE_MS);
    }
  }

  private someAnswered(): ScriptedDossier | undefined {
    return this.answered[Math.floor(this.random() * this.answered.length)];
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
