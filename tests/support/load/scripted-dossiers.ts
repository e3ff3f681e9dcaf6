import { type IsoDay, vietnamCalendar } from '@lienthong/calendar';
import { type Dossier, type Simulation } from '@lienthong/contracts';
import { loadGeography } from '@lienthong/platform';
import { generateDossiers } from '@lienthong/simulation';

export interface ScriptedDossier {
  readonly key: string;
  readonly dossier: Dossier;
}

/** Ways through the procedures, as scripts: every way a saga can end, with every kind of waiting on it. */
const SCRIPTS: readonly Simulation[] = [
  { 'civil-registry': ['request-supplement', 'approve'], applicant: ['provide'] },
  { 'civil-registry': ['request-supplement'], applicant: ['withdraw'] },
  { 'civil-registry': ['request-supplement'] },
  { 'civil-registry': ['refuse'] },
  { residency: ['request-supplement', 'verify', 'approve'], applicant: ['provide'] },
  { residency: ['verify', 'refuse'] },
  { residency: ['request-supplement'], 'health-insurance': ['request-supplement'], applicant: ['ignore'] },
  {
    'health-insurance': ['refuse'],
    'social-benefits': ['request-supplement', 'refuse'],
    applicant: ['provide'],
  },
  {
    'social-benefits': ['request-supplement', 'approve'],
    'health-insurance': ['approve'],
    applicant: ['provide'],
  },
];

/**
 * Births and deaths that happened before `to`; a third of them scripted. Nobody answers the supplement requests of the
 * others: their windows run out.
 */
export function scriptedDossiers(
  births: number,
  deaths: number,
  from: IsoDay,
  to: IsoDay,
): readonly ScriptedDossier[] {
  const generated = generateDossiers({
    seed: 63,
    births,
    deaths,
    from,
    to,
    geography: loadGeography(),
    calendar: vietnamCalendar,
  });
  return [...generated].map(({ idempotencyKey: key, dossier }, index) => {
    const simulation = index % 3 === 0 ? SCRIPTS[(index / 3) % SCRIPTS.length] : undefined;
    return { key, dossier: simulation ? { ...dossier, simulation } : dossier };
  });
}
