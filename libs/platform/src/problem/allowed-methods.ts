/** Knows every route's path, to tell "no such path" (404) from "not with this method" (405 and `Allow`). */
export class AllowedMethods {
  private readonly routes: { readonly segments: readonly string[]; readonly methods: Set<string> }[] = [];

  add(path: string, methods: readonly string[]): void {
    const segments = path.split('/');
    const known = this.routes.find((route) => route.segments.join('/') === path);
    if (known) methods.forEach((method) => known.methods.add(method));
    else this.routes.push({ segments, methods: new Set(methods) });
  }

  /** The methods that `path` answers to, sorted; empty when there is no such path. */
  of(path: string): readonly string[] {
    const asked = path.split('/');
    const methods = new Set<string>();
    for (const route of this.routes) {
      if (matches(route.segments, asked)) route.methods.forEach((method) => methods.add(method));
    }
    return [...methods].sort();
  }
}

function matches(route: readonly string[], asked: readonly string[]): boolean {
  if (route.at(-1) !== '*' && route.length !== asked.length) return false;
  return route.every((segment, i) => {
    if (segment === '*') return asked.length > i;
    const given = asked[i];
    return segment.startsWith(':') ? given !== undefined && given !== '' : segment === given;
  });
}
