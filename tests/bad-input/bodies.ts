import { EXAMPLES } from '../../apps/gateway/src/api-docs/examples';

type Json = Record<string, unknown>;

/** Changes by JSON pointer; undefined takes the member away. */
export type Changes = Readonly<Record<string, unknown>>;

export function birthWith(changes: Changes = {}): string {
  return JSON.stringify(edited(EXAMPLES.birth.value, changes));
}

export function deathWith(changes: Changes = {}): string {
  return JSON.stringify(edited(EXAMPLES.death.value, changes));
}

/** The birth example as text with `text` put behind its opening brace: for what `JSON.stringify` would not write. */
export function birthTextWith(text: string): string {
  return `{${text},${birthWith().slice(1)}`;
}

/** A line of a batch. */
export function line(idempotencyKey: unknown, changes: Changes = {}): string {
  return JSON.stringify({ idempotencyKey, ...edited(EXAMPLES.birth.value, changes) });
}

export function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}

function edited(example: object, changes: Changes): Json {
  const copy = structuredClone(example) as Json;
  for (const [pointer, value] of Object.entries(changes)) {
    const path = pointer.slice(1).split('/');
    const last = path.pop() ?? '';
    const parent = path.reduce<Json>((at, name) => at[name] as Json, copy);
    if (value === undefined) delete parent[last];
    else parent[last] = value;
  }
  return copy;
}
