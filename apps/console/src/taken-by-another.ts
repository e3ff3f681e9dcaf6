/** Somebody else works at it. */
export class TakenByAnother extends Error {
  constructor(what: string) {
    super(`${what} is worked by another`);
    this.name = 'TakenByAnother';
  }
}
