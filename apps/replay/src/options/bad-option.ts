/** One line that names the option, what it holds and what is allowed. Ends the command with exit code 2. */
export class BadOption extends Error {
  readonly code = 'bad-option';
  readonly exitCode = 2;

  constructor(message: string) {
    super(message);
    this.name = 'BadOption';
  }
}
