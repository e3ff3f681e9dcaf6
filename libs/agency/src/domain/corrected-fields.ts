import { type CorrectionData } from '@lienthong/contracts';

/** Which part of a record follows which path of the dossier; a path stands for all that lies under it too. */
export type CorrectableFields = Readonly<Record<string, string>>;

type Json = Readonly<Record<string, unknown>>;

/**
 * The record with the corrected values of `fields`. Paths of other agencies' records, values that are no text and what
 * says the same already change nothing: the record is then the very one that was given.
 */
export function withCorrectedFields<Rec extends object>(
  record: Rec,
  data: CorrectionData,
  fields: CorrectableFields,
): Rec {
  let corrected: Json = record as Json;
  for (const [path, value] of Object.entries(data)) {
    const place = placeOf(path, fields);
    if (place !== undefined && typeof value === 'string') corrected = withValue(corrected, place, value);
  }
  return corrected as Rec;
}

function placeOf(path: string, fields: CorrectableFields): readonly string[] | undefined {
  for (let head = path; ;) {
    if (Object.hasOwn(fields, head)) return `${fields[head]}${path.slice(head.length)}`.split('.');
    const dot = head.lastIndexOf('.');
    if (dot < 0) return undefined;
    head = head.slice(0, dot);
  }
}

function withValue(target: Json, [name = '', ...rest]: readonly string[], value: string): Json {
  const present = target[name];
  const inner = typeof present === 'object' && present !== null ? (present as Json) : {};
  const next = rest.length === 0 ? value : withValue(inner, rest, value);
  return next === present ? target : { ...target, [name]: next };
}
