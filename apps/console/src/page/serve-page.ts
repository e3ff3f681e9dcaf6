import fastifyStatic from '@fastify/static';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyReply, type RouteShorthandOptions } from 'fastify';
import { accessConfig, pageHeaders, Problem, sendProblem, type Settings } from '@lienthong/platform';
import { pageFolder } from './page-folder';

/** Files that carry their content's hash in their name, as the build writes them. */
const ASSET = /^assets\/[\w.-]+$/;

/** The page holds no data, so nobody needs a key for it. These routes stand beside Nest's and its exception filter. */
const ROUTE: RouteShorthandOptions = {
  config: accessConfig('open'),
  errorHandler: (error, request, reply) =>
    sendProblem(request, reply, error instanceof Problem ? error : new Problem({ code: 'internal-error' })),
};

/**
 * Serves the console's page under `/console`: paths that are no file of the build are the page's own and get its one
 * document. Call before the server listens.
 * @param folder where the built page lies
 */
export async function servePage(
  app: NestFastifyApplication,
  { auth, oidcIssuer }: Pick<Settings, 'auth' | 'oidcIssuer'>,
  folder: string = pageFolder(),
): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(fastifyStatic, { root: folder, serve: false, preCompressed: true });
  const headers = pageHeaders(auth === 'oidc' ? oidcIssuer : undefined);
  fastify.get('/console', ROUTE, (_request, reply) => void reply.redirect('/console/', 308));
  fastify.get<{ Params: { '*': string } }>('/console/*', ROUTE, (request, reply) => {
    void reply.headers(headers);
    const { '*': path } = request.params;
    return path.startsWith('assets/') ? sendAsset(folder, path, reply) : sendDocument(folder, reply);
  });
}

/** Its name changes with its content: it may be kept for good. */
function sendAsset(folder: string, path: string, reply: FastifyReply): FastifyReply {
  if (!ASSET.test(path) || !existsSync(join(folder, path))) throw new Problem({ code: 'not-found' });
  return reply.sendFile(path, folder, { maxAge: '365d', immutable: true });
}

function sendDocument(folder: string, reply: FastifyReply): FastifyReply {
  if (!existsSync(join(folder, 'index.html'))) throw notBuilt();
  void reply.header('cache-control', 'no-cache');
  return reply.sendFile('index.html', folder, { cacheControl: false });
}

function notBuilt(): Problem {
  return new Problem({
    code: 'not-ready',
    detail: {
      vi: 'Trang điều hành chưa được dựng: chạy npm run build rồi tải lại.',
      en: 'The console page has not been built: run npm run build and load again.',
    },
  });
}
