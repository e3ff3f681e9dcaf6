import { type Dossier } from '@lienthong/contracts';
import { toVietnamIso } from '@lienthong/platform';
import { type ReplayDossier } from '../../replay-dossier';
import { type Column, COLUMNS, DOSSIER_COLUMNS } from '../columns';
import { inChunks } from './in-chunks';

/** Dossiers as a recorded file in CSV, with every column. An empty list of a script is not kept. */
export function csvText(source: AsyncIterable<ReplayDossier>): AsyncGenerator<string> {
  return inChunks(source, (next) => `${cellsOf(next).map(quoted).join(',')}\n`, `${COLUMNS.join(',')}\n`);
}

function cellsOf({ submittedAt, idempotencyKey, birth, dossier }: ReplayDossier): readonly string[] {
  return [
    toVietnamIso(submittedAt),
    idempotencyKey,
    birth?.idempotencyKey ?? '',
    ...DOSSIER_COLUMNS.map((column) => cellOf(dossier, column)),
  ];
}

function cellOf(dossier: Dossier, { path }: Column): string {
  let value: unknown = dossier;
  for (const name of path) value = (value as Readonly<Record<string, unknown>> | undefined)?.[name];
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'string' ? value : '';
}

function quoted(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
