import { createReadStream, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type RouteShorthandOptions } from 'fastify';
import { accessConfig, pageHeaders, Problem, sendProblem } from '@lienthong/platform';
import { asyncApiDocument } from './asyncapi';
import { openApiDocument } from './openapi';
import { type OtherDocuments } from './other-documents';

/** The only files of the page: a name outside this list is never a path. */
const FILES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

const PAGE = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Liên thông – API</title>
<link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="api"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', deepLinking: true, docExpansion: 'list' });\n`;

/** These routes stand beside Nest's, so its exception filter does not reach them. */
const ROUTE: RouteShorthandOptions = {
  config: accessConfig('open'),
  errorHandler: (error, request, reply) =>
    sendProblem(request, reply, error instanceof Problem ? error : new Problem({ code: 'internal-error' })),
};

const NO_OTHERS: OtherDocuments = async () => ({ documents: [], complete: true });

/** Serves `/openapi.json`, `/asyncapi.json` and `/docs`, without the internet. Call before the server listens. */
export function serveApiDocs(app: NestFastifyApplication, others: OtherDocuments = NO_OTHERS): void {
  const fastify = app.getHttpAdapter().getInstance();
  const folder = dirname(require.resolve('swagger-ui-dist/package.json'));
  const headers = pageHeaders();
  let openApi: string | undefined;
  let asyncApi: string | undefined;
  fastify.get('/openapi.json', ROUTE, async (_request, reply) => {
    void reply.type('application/json; charset=utf-8');
    if (openApi !== undefined) return openApi;
    const { documents, complete } = await others();
    const text = JSON.stringify(openApiDocument(app, documents));
    if (complete) openApi = text;
    return text;
  });
  fastify.get('/asyncapi.json', ROUTE, (_request, reply) => {
    void reply
      .type('application/json; charset=utf-8')
      .send((asyncApi ??= JSON.stringify(asyncApiDocument())));
  });
  fastify.get(
    '/docs',
    ROUTE,
    (_request, reply) => void reply.headers(headers).type('text/html; charset=utf-8').send(PAGE),
  );
  fastify.get(
    '/docs/start.js',
    ROUTE,
    (_request, reply) => void reply.headers(headers).type('text/javascript; charset=utf-8').send(START),
  );
  fastify.get<{ Params: { file: string } }>('/docs/:file', ROUTE, (request, reply) => {
    const { file } = request.params;
    const type = Object.hasOwn(FILES, file) ? FILES[file] : undefined;
    const path = join(folder, file);
    if (!type || !existsSync(path)) throw new Problem({ code: 'not-found' });
    void reply
      .headers(headers)
      .type(type)
      .header('cache-control', 'public, max-age=86400')
      .send(createReadStream(path));
  });
}
