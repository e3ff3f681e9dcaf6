/** How dossiers are written in a file: see docs/replay-files.md. */
export interface FileFormat {
  readonly layout: 'ndjson' | 'csv';
  readonly gzip: boolean;
}

const LAYOUTS = { ndjson: 'ndjson', jsonl: 'ndjson', csv: 'csv' } as const;

/** Told by the file's name: `.ndjson`, `.jsonl` or `.csv`, and `.gz` behind it; undefined for another name. */
export function formatOf(file: string): FileFormat | undefined {
  const match = /\.(ndjson|jsonl|csv)(\.gz)?$/i.exec(file);
  if (!match?.[1]) return undefined;
  return {
    layout: LAYOUTS[match[1].toLowerCase() as keyof typeof LAYOUTS],
    gzip: match[2] !== undefined,
  };
}

/** What to say where {@link formatOf} cannot tell. */
export const FILE_NAMES = 'the name must end with .ndjson, .jsonl or .csv, or one of these and .gz';
