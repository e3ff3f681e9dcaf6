import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { FIELD_ERRORS, PROBLEMS, Settings } from '@lienthong/platform';
import { joinDocuments } from './other-documents';
import { RESPONSE_SCHEMAS } from './response.schemas';

/**
 * The OpenAPI 3 document of everything this origin serves, from the same decorators that check the input.
 * @param others of processes whose HTTP is handed through
 */
export function openApiDocument(
  app: NestFastifyApplication,
  others: readonly OpenAPIObject[] = [],
): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Liên thông')
    .setDescription(
      [
        'A simulator of the two linked procedure groups of Nghị định 63/2024/NĐ-CP.',
        collapsed('Every `code` of a problem', problemTable()),
        collapsed('Every `code` of a field error', fieldTable()),
      ].join('\n\n'),
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .build();
  const own = SwaggerModule.createDocument(app, config, { autoTagControllers: false });
  const document = joinDocuments(own, others);
  const schemas = { ...document.components?.schemas, ...(RESPONSE_SCHEMAS as object) };
  // The batch reads a stream of lines, which no decorator can say.
  const batch = document.paths['/v1/dossiers/batch']?.post;
  if (batch)
    batch.requestBody = {
      required: true,
      content: { 'application/x-ndjson': { schema: { type: 'string' } } },
    };
  for (const schema of Object.values(schemas) as { properties?: unknown; additionalProperties?: unknown }[]) {
    if (!Object.values(RESPONSE_SCHEMAS).includes(schema) && schema.properties)
      schema.additionalProperties = false;
  }
  if (app.get(Settings, { strict: false }).auth === 'api-key') requireKey(document);
  return { ...document, components: { ...document.components, schemas } };
}

/** Only where keys are asked for: without them the page would ask its reader for a key that nobody has. */
function requireKey(document: OpenAPIObject): void {
  document.components = {
    ...document.components,
    securitySchemes: {
      apiKey: { type: 'http', scheme: 'bearer', description: 'An API key; `X-API-Key` takes it as well' },
    },
  };
  document.security = [{ apiKey: [] }];
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path) as { responses: object }[])
      operation.responses = { ...operation.responses, ...KEY_REFUSALS };
  }
}

const KEY_REFUSALS = Object.fromEntries(
  (['unauthenticated', 'forbidden'] as const).map((code) => [
    PROBLEMS[code].status,
    {
      description: `\`${code}\`: ${PROBLEMS[code].title.en}`,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]),
);

/** Closed at first, so that the operations are the first thing on the page. */
function collapsed(title: string, content: string): string {
  return `<details>\n<summary>${title.replace(/`(.*?)`/, '<code>$1</code>')}</summary>\n\n${content}\n\n</details>`;
}

function problemTable(): string {
  const rows = Object.entries(PROBLEMS).map(
    ([code, { status, title }]) => `| \`${code}\` | ${status} | ${title.vi} | ${title.en} |`,
  );
  return ['| Code | Status | Tiếng Việt | English |', '|---|---|---|---|', ...rows].join('\n');
}

function fieldTable(): string {
  const rows = Object.entries(FIELD_ERRORS).map(([code, { vi, en }]) => `| \`${code}\` | ${vi} | ${en} |`);
  return ['| Code | Tiếng Việt | English |', '|---|---|---|', ...rows].join('\n');
}
