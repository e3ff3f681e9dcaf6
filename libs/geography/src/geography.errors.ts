export type GeographyFile = 'provinces.csv' | 'communes.csv' | 'former-communes.csv';

/** A row of the official lists that cannot be used. `line` counts from 1, the header included. */
export class GeographyDataError extends Error {
  readonly code = 'GeographyDataError';
  readonly exitCode = 2;

  constructor(
    readonly file: GeographyFile,
    readonly line: number,
    readonly problem: string,
  ) {
    super(`${file}, line ${line}: ${problem}`);
    this.name = 'GeographyDataError';
  }
}
