/** The target cannot take this run at all: one line that says what to do about it. */
export class UnsuitableTarget extends Error {
  readonly code = 'unsuitable-target';

  constructor(message: string) {
    super(message);
    this.name = 'UnsuitableTarget';
  }
}
