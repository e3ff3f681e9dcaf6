import { isoDay, vietnamCalendar } from '@lienthong/calendar';
import { type Dossier } from '@lienthong/contracts';
import { loadGeography } from '@lienthong/platform';
import { generateDossiers } from '@lienthong/simulation';

const DAY_MS = 86_400_000;

/**
 * Invented birth dossiers with all three procedures, every decision scripted to approve. Always the same ones.
 * @param skip how many of them have been used before
 */
export function* benchDossiers(
  count: number,
  skip = 0,
): Generator<{ readonly key: string; readonly dossier: Dossier }> {
  const yesterday = isoDay(Date.now() - DAY_MS);
  let made = 0;
  const generated = generateDossiers({
    seed: 63,
    births: (skip + count) * 2,
    deaths: 0,
    from: yesterday,
    to: yesterday,
    geography: loadGeography(),
    calendar: vietnamCalendar,
  });
  for (const { idempotencyKey, dossier } of generated) {
    if (dossier.procedures.length < 3 || made++ < skip) continue;
    yield { key: idempotencyKey, dossier: { ...dossier, simulation: { 'civil-registry': ['approve'] } } };
    if (made === skip + count) return;
  }
}
