/**
 * Names joined by `/`, numbers with two digits so that they sort. A pair is joined once and its string kept: it is looked
 * up for every case, and a string joined anew would be hashed anew.
 */
export class JoinedNames {
  private readonly byFirst = new Map<string, Map<string | number, string>>();

  of(first: string, second: string | number): string {
    let joined = this.byFirst.get(first);
    if (!joined) this.byFirst.set(first, (joined = new Map<string | number, string>()));
    let name = joined.get(second);
    if (name === undefined) joined.set(second, (name = `${first}/${String(second).padStart(2, '0')}`));
    return name;
  }
}
