const OFFSET_MS = 7 * 3_600_000;

/** ISO 8601 with `+07:00`, whole seconds. */
export function isoInVietnam(instant: number): string {
  return `${new Date(instant + OFFSET_MS).toISOString().slice(0, 19)}+07:00`;
}
