import { type CorrectionData } from '@lienthong/contracts';

/** Which field of a record follows which path of the dossier. */
export type CorrectableFields<Rec> = Readonly<Record<string, keyof Rec & string>>;

/** The record with the corrected values of `fields`; paths of other agencies' records and values that are no text change nothing. */
export function withCorrectedFields<Rec>(
  record: Rec,
  data: CorrectionData,
  fields: CorrectableFields<Rec>,
): Rec {
  const changes: Partial<Record<keyof Rec & string, string>> = {};
  for (const path of Object.keys(data)) {
    const field = Object.hasOwn(fields, path) ? fields[path] : undefined;
    const value = data[path];
    if (field !== undefined && typeof value === 'string') changes[field] = value;
  }
  return { ...record, ...changes };
}
