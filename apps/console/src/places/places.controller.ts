import { Controller, Get, Headers, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { CONSOLE_ROLES, loadGeography, Roles } from '@lienthong/platform';
import { Documented } from '../api-docs/documented';
import { writePlaces, type WrittenPlaces } from './places';

/** The lists change with a new version of the program only; a browser asks again after a day. */
const CACHE = 'private, max-age=86400';

/** Danh mục địa bàn: provinces and communes. */
@Controller('v1/operations/places')
@Roles(...CONSOLE_ROLES, 'officer')
export class PlacesController {
  private readonly written: WrittenPlaces = writePlaces(loadGeography());

  @Get()
  @Documented({
    summary: 'Danh mục địa bàn — provinces and communes',
    description: 'Has an `ETag`: with `If-None-Match` the answer is 304 as long as the lists are the same.',
    unchanged: true,
  })
  places(
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string | undefined {
    const { body, etag } = this.written;
    void reply.headers({ etag, 'cache-control': CACHE, vary: 'Authorization' });
    if (names(known, etag)) {
      void reply.code(304);
      return undefined;
    }
    void reply.type('application/json; charset=utf-8');
    return body;
  }
}

/** Whether an `If-None-Match` names the tag (RFC 9110 §13.1.2): weak tags are as good here. */
function names(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
