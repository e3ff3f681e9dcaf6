import { type OpenAPIObject } from '@nestjs/swagger';
import { type OtherDocuments } from '../api-docs/other-documents';
import { type Upstream } from './upstream';

const TIMEOUT_MS = 2_000;

/** The OpenAPI documents of the agencies whose HTTP the gateway hands through. */
export function agencyDocuments(agencies: ReadonlyMap<string, Upstream>): OtherDocuments {
  return async () => {
    const found = await Promise.all([...agencies.values()].map((agency) => documentOf(agency)));
    const documents = found.flatMap((document) => document ?? []);
    return { documents, complete: documents.length === agencies.size };
  };
}

async function documentOf(agency: Upstream): Promise<OpenAPIObject | undefined> {
  const url = `${agency.next()}/openapi.json`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => undefined);
  return answer?.ok ? ((await answer.json()) as OpenAPIObject) : undefined;
}
