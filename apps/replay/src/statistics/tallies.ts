/** Tallies by key, each begun when its key first occurs. */
export class Tallies<Key, Tally> {
  private readonly byKey = new Map<string, { readonly key: Key; readonly tally: Tally }>();

  constructor(private readonly begin: (key: Key) => Tally) {}

  /** @param name the key's identity and its place in {@link entries} */
  of(name: string, key: Key): Tally {
    let entry = this.byKey.get(name);
    if (!entry) this.byKey.set(name, (entry = { key, tally: this.begin(key) }));
    return entry.tally;
  }

  find(name: string): Tally | undefined {
    return this.byKey.get(name)?.tally;
  }

  /** Ascending by name. */
  entries(): readonly { readonly key: Key; readonly tally: Tally }[] {
    return [...this.byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  }
}

/** The entries in the order that `names` gives to what `nameOf` says of their keys; within one name ascending. */
export function inOrder<Key, Tally, Name>(
  names: readonly Name[],
  tallies: Tallies<Key, Tally>,
  nameOf: (key: Key) => Name,
): readonly { readonly key: Key; readonly tally: Tally }[] {
  const place = ({ key }: { readonly key: Key }): number => names.indexOf(nameOf(key));
  return [...tallies.entries()].sort((a, b) => place(a) - place(b));
}

/** Counts by name. */
export class Counts<Name extends string> {
  private readonly byName = new Map<Name, number>();

  add(name: Name): void {
    this.byName.set(name, (this.byName.get(name) ?? 0) + 1);
  }

  /** In the order of `names`; what did not occur is left out. */
  record(names: readonly Name[]): { readonly [name in Name]?: number } {
    const counted = names.filter((name) => this.byName.has(name));
    return Object.fromEntries(counted.map((name) => [name, this.byName.get(name)])) as {
      readonly [name in Name]?: number;
    };
  }
}
