import { type CaseHistories, type CaseHistory } from '@lienthong/contracts';
import { ServiceClient } from './service-client';
import { type Upstream } from './upstream';

const PATH = '/internal/v1/case-histories';
/** Dossier numbers a request: what fits into a URL that every server takes. */
const NUMBERS_AT_ONCE = 100;
/** A page of histories is far larger than one case. Real ms. */
const TIMEOUT_MS = 30_000;

/** The sagas' log of record, read from the orchestrator over HTTP. */
export class HttpCaseHistories implements CaseHistories {
  private readonly client: ServiceClient;

  /** @param key what the orchestrator asks for where services need a key */
  constructor(orchestrator: Upstream, key?: string) {
    this.client = new ServiceClient(orchestrator, key);
  }

  page(after: string | undefined, limit: number): Promise<readonly CaseHistory[]> {
    return this.ask(PATH, { ...(after !== undefined && { after }), limit: String(limit) });
  }

  async of(dossierNumbers: readonly string[]): Promise<readonly CaseHistory[]> {
    const found: CaseHistory[] = [];
    for (let from = 0; from < dossierNumbers.length; from += NUMBERS_AT_ONCE) {
      const some = dossierNumbers.slice(from, from + NUMBERS_AT_ONCE);
      found.push(...(await this.ask(`${PATH}/of`, { dossierNumbers: some.join(',') })));
    }
    return found;
  }

  private async ask(path: string, query: Record<string, string>): Promise<readonly CaseHistory[]> {
    const url = `${path}?${new URLSearchParams(query).toString()}`;
    return (await this.client.get<readonly CaseHistory[]>(url, { timeoutMs: TIMEOUT_MS })) ?? [];
  }
}
