import { type OpenAPIObject } from '@nestjs/swagger';

/** What other processes serve under this one's origin; not `complete` while one of them does not answer. */
export type OtherDocuments = () => Promise<{
  readonly documents: readonly OpenAPIObject[];
  readonly complete: boolean;
}>;

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** One document of several: operations and schemas of all, everything else of the first. */
export function joinDocuments(own: OpenAPIObject, others: readonly OpenAPIObject[]): OpenAPIObject {
  const all = [own, ...others];
  return {
    ...own,
    paths: Object.assign({}, ...all.map(({ paths }) => paths)) as OpenAPIObject['paths'],
    components: {
      ...own.components,
      schemas: Object.assign({}, ...all.map(({ components }) => components?.schemas)) as Schemas,
    },
  };
}
