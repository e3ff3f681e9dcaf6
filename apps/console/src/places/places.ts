import { createHash } from 'node:crypto';
import { type PlacesView } from '@lienthong/contracts';
import { type Geography } from '@lienthong/geography';

/** The official lists as they are sent: written once, with the tag that tells whether a reader has them already. */
export interface WrittenPlaces {
  readonly body: string;
  readonly etag: string;
}

export function writePlaces({ provinces, communes }: Geography): WrittenPlaces {
  const view: PlacesView = {
    provinces: provinces.map(({ code, name }) => ({ code, name })),
    communes: communes.map(({ code, name, provinceCode }) => [code, name, provinceCode] as const),
  };
  const body = JSON.stringify(view);
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}
