import { type FastifyRequest } from 'fastify';

/** Ids that this system gives out: of dossiers, operations and batches. */
const OWN_ID = /^(?:G\d{2}\.\d{2}\.\d{2}-\d{8}-\d{7}|[a-z]-[\w-]{16,})$/;
const WORD = /^[a-z][a-z0-9.-]{0,40}$/;

/**
 * The path of a request as an answer may repeat it: it travels further than the request did. What stands in the place of
 * a parameter is repeated only if it has the form of an id of ours; else its name stands there, since people put names and
 * personal ids into paths. The same holds for paths that lead nowhere, but for plain words.
 */
export function shownPath(request: FastifyRequest): string {
  const [path = ''] = request.url.split('?', 1);
  const template = request.is404 ? undefined : request.routeOptions.url?.split('/');
  return path
    .split('/')
    .map((part, i) => {
      const named = template?.[i];
      if (part === '' || part === named || OWN_ID.test(part)) return part;
      if (template) return `{${(named ?? '*').replace(':', '')}}`;
      return WORD.test(part) ? part : '{*}';
    })
    .join('/');
}
