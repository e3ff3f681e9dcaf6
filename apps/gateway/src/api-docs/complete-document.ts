import { type OpenAPIObject } from '@nestjs/swagger';
import { type ProblemCode, type Refusal, refusalsOf, type Settings } from '@lienthong/platform';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;

const METHODS = ['get', 'post', 'put', 'delete'] as const;

/** What every operation may answer, whatever it does. */
const ALWAYS: readonly ProblemCode[] = [
  'bad-request',
  'origin-not-allowed',
  'request-timeout',
  'uri-too-long',
  'host-not-allowed',
  'header-fields-too-large',
  'internal-error',
  'service-unavailable',
];

const WITH_KEYS: readonly ProblemCode[] = ['unauthenticated', 'forbidden', 'rate-limit-exceeded'];

/** What may be wrong with any JSON body, before anybody looks at what it says. */
export const BODY_PROBLEMS: readonly ProblemCode[] = [
  'validation-failed',
  'malformed-json',
  'empty-body',
  'invalid-utf-8',
  'too-deep',
  'too-many-values',
  'duplicate-key',
  'body-too-large',
  'unsupported-media-type',
];

/** Fills in what is true of every operation, so that no decorator need repeat it. */
export function completeDocument(document: OpenAPIObject, { auth }: Pick<Settings, 'auth'>): void {
  for (const [path, item] of Object.entries(document.paths))
    for (const operation of METHODS.flatMap((method) => item[method] ?? [])) {
      declareParameters(path, operation);
      addRefusals(operation, [
        ...ALWAYS,
        ...(auth === 'off' || operation.security ? [] : WITH_KEYS),
        ...(operation.requestBody === undefined ? [] : BODY_PROBLEMS),
        ...(hasParameters(operation) ? (['validation-failed'] as const) : []),
      ]);
    }
}

/** Parameters that only the path names: the handler reads them from the request. */
function declareParameters(path: string, operation: Operation): void {
  const declared =
    operation.parameters?.map((parameter) => ('name' in parameter ? parameter.name : '')) ?? [];
  const missing = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) =>
    declared.includes(name) ? [] : { name, in: 'path' as const, required: true, schema: { type: 'string' } },
  );
  if (missing.length > 0) operation.parameters = [...missing, ...(operation.parameters ?? [])];
}

function hasParameters({ parameters = [] }: Operation): boolean {
  return parameters.some((parameter) => 'in' in parameter && ['path', 'query'].includes(parameter.in));
}

function addRefusals(operation: Operation, codes: readonly ProblemCode[]): void {
  const responses = operation.responses as Record<string, Refusal>;
  for (const [status, refusal] of Object.entries(refusalsOf(codes))) {
    const own = responses[status]?.description.split('; ') ?? [];
    const added = refusal.description.split('; ').filter((code) => !own.includes(code));
    responses[status] = { ...refusal, description: [...own, ...added].join('; ') };
  }
}
