import { isoDay, vietnamCalendar } from '@lienthong/calendar';
import { type Dossier } from '@lienthong/contracts';
import { loadGeography } from '@lienthong/platform';
import { generateDossiers } from '@lienthong/simulation';

const DAY_MS = 86_400_000;

/** Invented birth dossiers with all three procedures, every decision scripted to approve. */
export function* benchDossiers(
  count: number,
): Generator<{ readonly key: string; readonly dossier: Dossier }> {
  const yesterday = isoDay(Date.now() - DAY_MS);
  let made = 0;
  const generated = generateDossiers({
    seed: 63,
    births: count * 2,
    deaths: 0,
    from: yesterday,
    to: yesterday,
    geography: loadGeography(),
    calendar: vietnamCalendar,
  });
  for (const { idempotencyKey, dossier } of generated) {
    if (dossier.procedures.length < 3) continue;
    yield { key: idempotencyKey, dossier: { ...dossier, simulation: { 'civil-registry': ['approve'] } } };
    if (++made === count) return;
  }
}
