import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { DOCUMENT_OPTIONS, FIELD_ERRORS, PROBLEMS, Settings } from '@lienthong/platform';
import { completeDocument } from './complete-document';
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
    .addServer('/', 'Where this document comes from')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .build();
  const own = SwaggerModule.createDocument(app, config, DOCUMENT_OPTIONS);
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
  const settings = app.get(Settings, { strict: false });
  completeDocument(document, settings);
  if (settings.auth === 'off') document.security = [];
  else requireKey(document);
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
}

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
