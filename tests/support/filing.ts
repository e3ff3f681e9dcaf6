import { vietnamCalendar } from '@lienthong/calendar';
import { type Dossier } from '@lienthong/contracts';
import { loadGeography } from '@lienthong/platform';
import { generateDossiers } from '@lienthong/simulation';
import { IntakeService } from '../../apps/gateway/src/intake/intake.service';
import { type SystemUnderTest } from './system-under-test';

/** The working day before the tests begin. */
const FILED_ON = '2026-11-13';

/** Files a dossier now, as its applicant would; resolves with its number once nothing is on its way. */
export async function file(system: SystemUnderTest, key: string, dossier: Dossier): Promise<string> {
  const { dossierNumber } = await system.get(IntakeService).submitPlain(key, dossier, system.clock.now());
  await system.idle();
  return dossierNumber;
}

/** Files so many invented births now, others for another seed; resolves with their numbers once nothing is on its way. */
export async function fileBirths(
  system: SystemUnderTest,
  births: number,
  seed = 7,
): Promise<readonly string[]> {
  const intake = system.get(IntakeService);
  const invented = { seed, births, deaths: 0, from: FILED_ON, to: FILED_ON } as const;
  const dossiers = generateDossiers({ ...invented, geography: loadGeography(), calendar: vietnamCalendar });
  const numbers: string[] = [];
  for (const { idempotencyKey, dossier } of dossiers) {
    const { dossierNumber } = await intake.submitTrusted(idempotencyKey, dossier, system.clock.now());
    numbers.push(dossierNumber);
  }
  await system.idle();
  return numbers;
}
