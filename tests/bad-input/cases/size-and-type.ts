import { birthWith } from '../bodies';
import { type BadInput, TEXT_LIMIT, refused } from './bad-input';

export const SIZE_AND_TYPE: readonly BadInput[] = [
  refused('one byte over 64 KiB', 413, 'body-too-large', { body: ' '.repeat(TEXT_LIMIT - 1) + '{}' }),
  refused('a megabyte in chunks', 413, 'body-too-large', { body: ' '.repeat(1024 * 1024), chunked: true }),
  refused('text/plain', 415, 'unsupported-media-type', {
    body: birthWith(),
    headers: { 'content-type': 'text/plain' },
  }),
  refused('no content type', 415, 'unsupported-media-type', {
    body: birthWith(),
    headers: { 'content-type': undefined },
  }),
  refused('a form', 415, 'unsupported-media-type', {
    body: 'a=b',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }),
  refused('XML', 415, 'unsupported-media-type', {
    body: '<hoTich/>',
    headers: { 'content-type': 'application/xml' },
  }),
  refused('multipart', 415, 'unsupported-media-type', {
    body: '--b--',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  }),
  refused('not a media type', 415, 'unsupported-media-type', {
    body: birthWith(),
    headers: { 'content-type': ';;;' },
  }),
  refused('declared UTF-16', 415, 'unsupported-media-type', {
    body: birthWith(),
    headers: { 'content-type': 'application/json; charset=utf-16' },
  }),
  refused('compressed', 415, 'unsupported-media-type', {
    body: birthWith(),
    headers: { 'content-encoding': 'gzip' },
  }),
  refused('NDJSON for one dossier', 415, 'unsupported-media-type', {
    body: birthWith(),
    headers: { 'content-type': 'application/x-ndjson' },
  }),
  refused('JSON for a batch', 415, 'unsupported-media-type', {
    path: '/v1/dossiers/batch',
    body: birthWith(),
  }),
];
