import { type AuditEntry } from '@lienthong/contracts';

/** Actions that the system records, for the filter; an action that is not among them is shown by its code. */
export const ACTIONS = [
  'case.stop',
  'case.withdraw',
  'case.correct',
  'case.cancel',
  'incident.retry',
  'incident.discard',
  'batch.start',
  'batch.cancel',
  'batch.end',
  'personal-data.reveal',
  'work.decide',
] as const;

export interface Change {
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

/** What was acted on: words to show, and the page where it is, if there is one. */
export interface Target {
  readonly text: string;
  readonly to?: string;
}

export function targetOf({ action, target }: Pick<AuditEntry, 'action' | 'target'>): Target {
  const [kind] = action.split('.');
  if (kind === 'case' || kind === 'personal-data') return { text: target, to: casePath(target) };
  if (kind === 'batch') return { text: target, to: `/batches/${encodeURIComponent(target)}` };
  if (action === 'work.decide') {
    const [, dossierNumber = target] = target.split('/');
    return { text: dossierNumber, to: casePath(dossierNumber) };
  }
  return { text: target };
}

/** What is different after it, name by name; where nothing is, what was recorded. Nested values by dotted names. */
export function changesOf({ before, after }: Pick<AuditEntry, 'before' | 'after'>): readonly Change[] {
  const [was, is] = [flat(before), flat(after)];
  const names = [...new Set([...was.keys(), ...is.keys()])].sort();
  const all = names.map((name) => changeOf(name, was.get(name), is.get(name)));
  const changed = all.filter((change) => change.before !== change.after);
  return changed.length > 0 ? changed : all;
}

function changeOf(name: string, before: string | undefined, after: string | undefined): Change {
  return { name, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

function flat(value: unknown, prefix = ''): ReadonlyMap<string, string> {
  if (value === undefined) return new Map();
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return new Map([[prefix, typeof value === 'string' ? value : JSON.stringify(value)]]);
  return new Map(
    Object.entries(value).flatMap(([name, inner]) => [
      ...flat(inner, prefix === '' ? name : `${prefix}.${name}`),
    ]),
  );
}

function casePath(dossierNumber: string): string {
  return `/cases/${encodeURIComponent(dossierNumber)}`;
}
