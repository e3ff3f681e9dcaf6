import { setTimeout as sleep } from 'node:timers/promises';
import { type CaseView } from '@lienthong/contracts';
import { type Answer, type HttpJson } from '../support/http-json';
import { contradiction, type Receipt } from '../support/load/receipt';
import { type ScriptedDossier } from '../support/load/scripted-dossiers';

const AT_ONCE = 16;
/** Real ms before the same dossier is tried again. */
const RETRY_MS = 100;
/** Real ms that a case may take until somebody complains: some hundred days. */
const PATIENCE_MS = 120_000;
/** Every so often somebody asks again with a key that was answered before. */
const ASKED_AGAIN = 0.1;
const TRY_LATER: ReadonlySet<number> = new Set([429, 503]);
const OPEN: ReadonlySet<string> = new Set(['submitted', 'in-progress', 'awaiting-supplement']);

/** Those who file, whatever fails: an unanswered dossier is filed again under the same key, for as long as it takes. */
export class Citizens {
  readonly receipts = new Map<string, Receipt>();
  readonly faults: string[] = [];
  /** Attempts that brought no receipt, by what came instead: a status, or `no answer`. */
  readonly unanswered = new Map<string, number>();
  private gone = false;
  private readonly waiting: ScriptedDossier[];
  private readonly answered: ScriptedDossier[] = [];

  constructor(
    private readonly http: HttpJson,
    dossiers: readonly ScriptedDossier[],
    private readonly random: () => number,
  ) {
    this.waiting = [...dossiers].reverse();
  }

  get left(): number {
    return this.waiting.length;
  }

  /** Resolves when the next `count` dossiers have receipts. */
  async fileNext(count: number): Promise<void> {
    const queue = this.waiting.splice(-count).reverse();
    const line = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        await this.file(next);
        await this.askAgain();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, line));
  }

  /** Resolves when the dossier has its receipt; with none once they have gone home. */
  async file(dossier: ScriptedDossier): Promise<Receipt | undefined> {
    while (!this.gone) {
      const receipt = await this.submit(dossier);
      if (receipt) return receipt;
      await sleep(RETRY_MS);
    }
    return undefined;
  }

  /** Nobody tries again. */
  goHome(): void {
    this.gone = true;
  }

  /** Resolves when the case has come to an end, or takes too long. */
  async seeEnd(receipt: Receipt | undefined): Promise<void> {
    if (!receipt) return;
    const { dossierNumber } = receipt;
    const end = performance.now() + PATIENCE_MS;
    while (!this.gone && performance.now() < end) {
      const answer = await this.http.get<CaseView>(`/v1/dossiers/${dossierNumber}`).catch(() => undefined);
      if (answer?.status === 200 && !OPEN.has(answer.body.status)) return;
      await sleep(RETRY_MS);
    }
    this.faults.push(`${dossierNumber} does not come to its end`);
  }

  private async askAgain(): Promise<void> {
    if (this.random() >= ASKED_AGAIN) return;
    const some = this.answered[Math.floor(this.random() * this.answered.length)];
    if (some) await this.submit(some);
  }

  private async submit({ key, dossier }: ScriptedDossier): Promise<Receipt | undefined> {
    const answer = await this.http
      .post<Receipt>('/v1/dossiers', dossier, { 'idempotency-key': key })
      .catch(() => undefined);
    if (answer?.status !== 202) {
      this.note(key, answer);
      return undefined;
    }
    const before = this.receipts.get(key);
    if (!before) {
      this.receipts.set(key, answer.body);
      this.answered.push({ key, dossier });
      return answer.body;
    }
    const wrong = contradiction(key, before, answer.body);
    if (wrong !== undefined) this.faults.push(wrong);
    return before;
  }

  private note(key: string, answer: Answer<unknown> | undefined): void {
    const what = String(answer?.status ?? 'no answer');
    const times = (this.unanswered.get(what) ?? 0) + 1;
    this.unanswered.set(what, times);
    if (answer && !TRY_LATER.has(answer.status) && times === 1)
      this.faults.push(`${key}: answered ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}
