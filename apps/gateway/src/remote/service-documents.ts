import { type OpenAPIObject } from '@nestjs/swagger';
import { type Upstream } from '@lienthong/remote';
import { type OtherDocuments } from '../api-docs/other-documents';

const TIMEOUT_MS = 2_000;

/** The OpenAPI documents of the services whose HTTP the gateway hands through. */
export function otherDocuments(services: readonly Upstream[]): OtherDocuments {
  return async () => {
    const found = await Promise.all(services.map((service) => documentOf(service)));
    const documents = found.flatMap((document) => document ?? []);
    return { documents, complete: documents.length === services.length };
  };
}

async function documentOf(service: Upstream): Promise<OpenAPIObject | undefined> {
  const url = `${service.next()}/openapi.json`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => undefined);
  return answer?.ok ? ((await answer.json()) as OpenAPIObject) : undefined;
}
