import {
  type CaseFilter,
  type CaseInspection,
  type CaseQueries,
  type CaseView,
  type Dossier,
  type Language,
  type ProcessingTime,
  type TimelineEntry,
} from '@lienthong/contracts';
import { ServiceClient } from './service-client';
import { type Upstream } from './upstream';

/** The sagas' records, read from the orchestrator over HTTP. A replica that does not answer is passed over. */
export class HttpCaseQueries implements CaseQueries {
  private readonly client: ServiceClient;

  /** @param key what the orchestrator asks for where services need a key */
  constructor(orchestrator: Upstream, key?: string) {
    this.client = new ServiceClient(orchestrator, key);
  }

  find(dossierNumber: string, language: Language, submittedBy?: string): Promise<CaseView | undefined> {
    return this.client.get(`${caseOf(dossierNumber)}${queryOf({ language, submittedBy })}`);
  }

  timeline(
    dossierNumber: string,
    language: Language,
    submittedBy?: string,
  ): Promise<readonly TimelineEntry[] | undefined> {
    return this.client.get(`${caseOf(dossierNumber)}/timeline${queryOf({ language, submittedBy })}`);
  }

  processingTime(dossierNumber: string, submittedBy?: string): Promise<ProcessingTime | undefined> {
    return this.client.get(`${caseOf(dossierNumber)}/processing-time${queryOf({ submittedBy })}`);
  }

  dossier(dossierNumber: string, submittedBy?: string): Promise<Dossier | undefined> {
    return this.client.get(`${caseOf(dossierNumber)}/dossier${queryOf({ submittedBy })}`);
  }

  inspect(dossierNumber: string, language: Language): Promise<CaseInspection | undefined> {
    return this.client.get(`${caseOf(dossierNumber)}/inspection?language=${language}`);
  }

  async list(filter: CaseFilter, language: Language): ReturnType<CaseQueries['list']> {
    const page = await this.client.get<Awaited<ReturnType<CaseQueries['list']>>>(
      `/internal/v1/cases${queryOf({ language, ...filter })}`,
    );
    return page ?? { items: [] };
  }

  async withoutOwner(): Promise<readonly string[]> {
    return (await this.client.get<readonly string[]>('/internal/v1/cases/without-owner')) ?? [];
  }
}

/** A query string of what is given; empty where nothing is. */
function queryOf(values: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) query.set(name, String(value));
  return query.size === 0 ? '' : `?${query.toString()}`;
}

function caseOf(dossierNumber: string): string {
  return `/internal/v1/cases/${encodeURIComponent(dossierNumber)}`;
}
