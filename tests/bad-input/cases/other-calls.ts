import { birthWith } from '../bodies';
import { type BadInput, refused, get } from './bad-input';

const NO_SUCH = 'G22.99.08-20260101-9999999';
export const ELSEWHERE: readonly BadInput[] = [
  refused('PUT', 405, 'method-not-allowed', { method: 'PUT', body: birthWith() }),
  refused('DELETE of a case', 405, 'method-not-allowed', {
    method: 'DELETE',
    path: `/v1/dossiers/${NO_SUCH}`,
  }),
  refused('no such path', 404, 'not-found', { method: 'GET', path: '/v1/marriages' }),
  refused('a path upwards', 404, 'not-found', { method: 'GET', path: '/docs/..%2f..%2fpackage.json' }),
  refused('a broken escape', 400, 'bad-request', { method: 'GET', path: '/v1/dossiers/%E0%A4%A' }),
  refused('no such dossier', 404, 'dossier-not-found', { method: 'GET', path: `/v1/dossiers/${NO_SUCH}` }),
  refused('not a dossier number', 404, 'dossier-not-found', { method: 'GET', path: '/v1/dossiers/%00%0a' }),
  refused('timeline of no dossier', 404, 'dossier-not-found', {
    method: 'GET',
    path: `/v1/dossiers/${NO_SUCH}/timeline`,
  }),
  refused('events of no dossier', 404, 'dossier-not-found', {
    method: 'GET',
    path: `/v1/dossiers/${NO_SUCH}/events`,
  }),
  refused('withdrawal of no dossier', 404, 'dossier-not-found', {
    path: `/v1/dossiers/${NO_SUCH}/withdrawal`,
    body: '{"reason":"x"}',
  }),
  refused('withdrawal without a reason', 400, 'validation-failed', {
    path: `/v1/dossiers/${NO_SUCH}/withdrawal`,
    body: '{}',
    errors: ['/reason required'],
  }),
  refused('supplement without a body', 400, 'empty-body', {
    path: `/v1/dossiers/${NO_SUCH}/supplements`,
    headers: { 'content-type': undefined },
  }),
  refused('supplement for no agency', 400, 'validation-failed', {
    path: `/v1/dossiers/${NO_SUCH}/supplements`,
    body: '{"agency":"judicial-records","data":[]}',
    errors: ['/agency unknown-value', '/data not-an-object'],
  }),
  get('/v1/dossiers?limit=0', '/query/limit out-of-range'),
  get('/v1/dossiers?limit=1e3', '/query/limit not-an-integer'),
  get('/v1/dossiers?limit=10&limit=20', '/query/limit single-value'),
  get(
    '/v1/dossiers?status=done&procedureGroup=x&province=99',
    '/query/status unknown-value',
    '/query/procedureGroup unknown-value',
    '/query/province unknown-province',
  ),
  get('/v1/dossiers?from=yesterday', '/query/from not-an-instant'),
  get('/v1/dossiers?cursor=..%2F', '/query/cursor invalid-cursor'),
  get('/v1/dossiers?sort=name', '/query/sort unknown-parameter'),
  get('/v1/dossiers?__proto__=1', '/query/__proto__ unknown-parameter'),
  get(`/v1/dossiers/${NO_SUCH}/events?lastEventId=-1`, '/query/lastEventId invalid-last-event-id'),
  refused('not HTTP', 400, 'bad-request', { raw: 'xin chào\r\n\r\n' }),
  refused('a header of 20 KiB', 431, 'header-fields-too-large', {
    raw: `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20 * 1024)}\r\n\r\n`,
  }),
  refused('two lengths', 400, 'bad-request', {
    raw: 'POST /v1/dossiers HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}',
  }),
];
