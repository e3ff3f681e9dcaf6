const VOID = new Set(['meta', 'br', 'hr', 'img', 'input', 'link']);
const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*(\/?)>/y;

/** What is not well formed in a page: tags that do not nest, attributes without quotes, raw `<`, ids given twice. */
export function htmlFaults(page: string): readonly string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const ids = new Set<string>();
  const body = page.replace(/^<!doctype html>/, '').replace(/(<style>)[\s\S]*?(<\/style>)/g, '$1$2');
  for (let at = body.indexOf('<'); at >= 0; at = body.indexOf('<', at + 1)) {
    TAG.lastIndex = at;
    const [, closing, name = '', attributes = '', selfClosing] = TAG.exec(body) ?? [];
    if (name === '') {
      faults.push(`no tag: ${body.slice(at, at + 60)}`);
      continue;
    }
    for (const [, id = ''] of attributes.matchAll(/\sid="([^"]*)"/g)) {
      if (ids.has(id)) faults.push(`id twice: ${id}`);
      ids.add(id);
    }
    if (closing === '/') {
      const expected = open.pop();
      if (expected !== name) faults.push(`</${name}> where </${expected}> is due`);
    } else if (selfClosing !== '/' && !VOID.has(name)) open.push(name);
  }
  return [...faults, ...open.map((name) => `<${name}> is never closed`)];
}
