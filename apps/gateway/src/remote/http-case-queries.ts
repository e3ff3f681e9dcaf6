import {
  type CaseFilter,
  type CaseQueries,
  type CaseView,
  type Language,
  type ProcessingTime,
  type TimelineEntry,
} from '@lienthong/contracts';
import { type Upstream } from './upstream';

/** Real ms after which a replica counts as not answering. */
const TIMEOUT_MS = 5_000;

/** The sagas' records, read from the orchestrator over HTTP. A replica that does not answer is passed over. */
export class HttpCaseQueries implements CaseQueries {
  constructor(
    private readonly orchestrator: Upstream,
    /** What the orchestrator asks for where services need a key. */
    private readonly key?: string,
  ) {}

  find(dossierNumber: string, language: Language): Promise<CaseView | undefined> {
    return this.get(`${caseOf(dossierNumber)}?language=${language}`);
  }

  timeline(dossierNumber: string, language: Language): Promise<readonly TimelineEntry[] | undefined> {
    return this.get(`${caseOf(dossierNumber)}/timeline?language=${language}`);
  }

  processingTime(dossierNumber: string): Promise<ProcessingTime | undefined> {
    return this.get(`${caseOf(dossierNumber)}/processing-time`);
  }

  async list(filter: CaseFilter, language: Language): ReturnType<CaseQueries['list']> {
    const query = new URLSearchParams({ language });
    for (const [name, value] of Object.entries(filter)) {
      if (value !== undefined) query.set(name, String(value));
    }
    const page = await this.get<Awaited<ReturnType<CaseQueries['list']>>>(
      `/internal/v1/cases?${query.toString()}`,
    );
    return page ?? { items: [] };
  }

  /** @throws Problem 503 `service-unavailable` when no replica answers */
  private async get<T>(path: string): Promise<T | undefined> {
    for (let tries = 0; tries < this.orchestrator.replicas; tries++) {
      const base = this.orchestrator.next();
      const answer = await this.ask(`${base}${path}`);
      if (answer?.status === 404) return undefined;
      if (answer?.ok) return (await answer.json()) as T;
      this.orchestrator.failed(base);
    }
    throw this.orchestrator.unavailable();
  }

  private ask(url: string): Promise<Response | undefined> {
    const headers = this.key === undefined ? {} : { authorization: `Bearer ${this.key}` };
    return fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => undefined);
  }
}

function caseOf(dossierNumber: string): string {
  return `/internal/v1/cases/${encodeURIComponent(dossierNumber)}`;
}
