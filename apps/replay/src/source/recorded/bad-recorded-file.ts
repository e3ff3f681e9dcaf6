/** One line that names the file, the line and the field, and what is wrong there. Never the value: it may be personal. */
export class BadRecordedFile extends Error {
  readonly exitCode = 2;

  constructor(file: string, line: number | undefined, what: string) {
    super(line === undefined ? `${file}: ${what}` : `${file} line ${line}: ${what}`);
    this.name = 'BadRecordedFile';
  }
}
