import { STATUS_CODES } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject } from '@nestjs/swagger';
import { Settings } from '@lienthong/platform';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { type FastifyReply, type FastifyRequest } from 'fastify';

/**
 * Compares every answer that a suite's servers give with their OpenAPI document: operation, status, content type, and
 * the body where it has a schema. What is not documented fails the suite. Put before each suite that opens servers.
 */

/** What the document is a promise about. The rest is for whoever runs the process, or is a test's own. */
const PUBLIC = /^\/v1\/(dossiers|agencies|operations|simulation)(\/|$)/;

interface Answered {
  readonly operation: string;
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly contentType: string;
  readonly body: unknown;
}

const faults = new Set<string>();

const create = NestFactory.create.bind(NestFactory) as (
  ...args: unknown[]
) => Promise<NestFastifyApplication>;
Object.assign(NestFactory, {
  create: async (...args: unknown[]): Promise<NestFastifyApplication> => {
    const app = await create(...args);
    if ('getHttpAdapter' in app && app.getHttpAdapter().getType() === 'fastify') watch(app);
    return app;
  },
});

afterAll(() => {
  const found = [...faults].sort();
  faults.clear();
  if (found.length > 0) throw new Error(`the OpenAPI document does not say:\n${found.join('\n')}`);
});

function watch(app: NestFastifyApplication): void {
  let check: ((answer: Answered) => string | undefined) | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request, reply, payload, done) => {
      const answer = answerOf(request, reply, payload);
      if (answer) {
        check ??= checkBy(app);
        const fault = check(answer);
        if (fault !== undefined) faults.add(`${answer.operation} → ${answer.status}: ${fault}`);
      }
      done();
    });
}

function answerOf(request: FastifyRequest, reply: FastifyReply, payload: unknown): Answered | undefined {
  const { url: route = '' } = request.routeOptions;
  const { method } = request;
  const isHandedOn = route.endsWith('*');
  if (request.is404 || method === 'HEAD' || isHandedOn || !PUBLIC.test(route)) return undefined;
  const contentType = String(reply.getHeader('content-type') ?? '').split(';', 1)[0] ?? '';
  return {
    operation: `${method} ${route}`,
    route: route.replace(/:(\w+)/g, '{$1}'),
    method: method.toLowerCase(),
    status: reply.statusCode,
    contentType,
    body: contentType.endsWith('json') && typeof payload === 'string' ? JSON.parse(payload) : undefined,
  };
}

function checkBy(app: NestFastifyApplication): (answer: Answered) => string | undefined {
  const settings = settingsOf(app);
  if (!settings) return () => undefined;
  // Only here: suites that serve nothing need not load it.
  const { openApiDocument } = jest.requireActual<{ openApiDocument: (app: unknown) => OpenAPIObject }>(
    '../../apps/gateway/src/api-docs/openapi',
  );
  const document = openApiDocument(app);
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(document, 'api');
  return ({ route, method, status, contentType, body }) => {
    const item = document.paths[route] as Record<string, { responses: Record<string, Response> }> | undefined;
    const operation = item?.[method];
    if (!operation) return 'no such operation';
    const response = operation.responses[status];
    if (!response) return `no such status (${STATUS_CODES[status]})`;
    const documented = Object.keys(response.content ?? {});
    if (contentType === '' ? documented.length > 0 : !documented.includes(contentType))
      return `${contentType || 'no content'}, documented: ${documented.join(', ') || 'none'}`;
    if (body === undefined) return undefined;
    const path = ['paths', route, method, 'responses', String(status), 'content', contentType, 'schema'];
    const isValid = ajv.getSchema(`api#/${path.map(pointerPart).join('/')}`);
    if (!isValid || isValid(body)) return undefined;
    return ajv.errorsText(isValid.errors, { dataVar: 'body' });
  };
}

interface Response {
  readonly content?: Readonly<Record<string, object>>;
}

function pointerPart(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function settingsOf(app: NestFastifyApplication): Settings | undefined {
  try {
    return app.get(Settings, { strict: false });
  } catch {
    return undefined;
  }
}
