import { type CorrectionData, type Dossier } from '@lienthong/contracts';

type Json = Readonly<Record<string, unknown>>;

/** What was fixed when the dossier was filed: who works on it, on what, by which limits, and how it is simulated. */
export const FROZEN_BLOCKS: ReadonlySet<string> = new Set([
  'procedureGroup',
  'procedures',
  'channel',
  'agencies',
  'submittedAt',
  'simulation',
]);

export interface Supplemented {
  readonly dossier: Dossier;
  /** JSON pointers of what was left as it is. */
  readonly ignored: readonly string[];
}

/**
 * Puts the applicant's new content into the dossier, block by block as a JSON merge patch (RFC 7396). The agencies,
 * the procedures and the benefit regime, which decide who works and by which limit, stay as accepted (NĐ 63/2024).
 */
export function mergeSupplement(dossier: Dossier, data: Json): Supplemented {
  const current = dossier as unknown as Json;
  const ignored: string[] = [];
  const changes: [string, unknown][] = [];
  for (const [block, content] of Object.entries(data)) {
    if (FROZEN_BLOCKS.has(block)) ignored.push(`/${block}`);
    else
      changes.push([
        block,
        merge(current[block], block === 'benefits' ? withoutRegime(content, ignored) : content),
      ]);
  }
  const merged =
    changes.length === 0 ? current : Object.fromEntries([...Object.entries(current), ...changes]);
  return { dossier: merged as unknown as Dossier, ignored };
}

/** The dossier with the corrected fields, which are named by path (`child.fullName`). */
export function correctedDossier(dossier: Dossier, data: CorrectionData): Dossier {
  let corrected: unknown = dossier;
  for (const [path, value] of Object.entries(data)) {
    corrected = merge(
      corrected,
      path.split('.').reduceRight<unknown>((inner, step) => ({ [step]: inner }), value),
    );
  }
  return corrected as Dossier;
}

function merge(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const base = isObject(target) ? target : {};
  const patched = Object.entries(patch)
    .filter(([, value]) => value !== null)
    .map(([key, value]): [string, unknown] => [key, merge(base[key], value)]);
  const kept = Object.entries(base).filter(([key]) => patch[key] !== null);
  return Object.fromEntries([...kept, ...patched]);
}

function withoutRegime(content: unknown, ignored: string[]): unknown {
  if (!isObject(content) || !('regime' in content)) return content;
  ignored.push('/benefits/regime');
  return Object.fromEntries(Object.entries(content).filter(([key]) => key !== 'regime'));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
