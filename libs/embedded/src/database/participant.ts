/** Rows to write with one SQL statement. */
export interface Change {
  readonly sql: string;
  readonly rows: readonly (readonly SqlValue[])[];
}

export type SqlValue = string | number | null | Uint8Array;

/**
 * A part of the embedded file that has changes to write. All parts are collected at one instant and written
 * in one transaction: what is on disk is always one consistent cut through every service and the bus.
 */
export interface Participant {
  /** What changed since the last call. Called between steps, never within one. */
  collect(): readonly Change[];
  /** What the last {@link collect} gave is on disk now. */
  settled?(): void;
}
