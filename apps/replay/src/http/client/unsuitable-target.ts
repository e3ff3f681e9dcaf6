/** The target cannot take this run at all: one line that says what to do about it. */
export class UnsuitableTarget extends Error {
  readonly code = 'unsuitable-target';
  readonly exitCode = 2;

  constructor(message: string) {
    super(message);
    this.name = 'UnsuitableTarget';
  }
}
