import { type ReplayDossier } from '../replay-dossier';
import { type HttpHooks, type HttpRun } from './http-hooks';
import { HttpSession } from './http-session';
import { type HttpOptions } from './options/http-options';
import { arrivalsOf } from './schedules/arrivals';

/**
 * Sends what of the source is not acknowledged yet, at the instants of the schedule, and waits for the ends of the cases.
 * The schedule begins anew with every leg.
 *
 * Dossiers are sent as they are. One without a script has drawn decisions and, over HTTP, no simulated applicant: its
 * supplement windows run out. Its end is known beforehand all the same, by the oracle with `applicant: 'none'` and the
 * target's seed. To script an applicant would need `simulation`, and any script replaces all drawn decisions by approvals;
 * to answer in the applicant's place would make the ends depend on how fast this client is.
 * @throws UnsuitableTarget when the target cannot take the run at all
 */
export async function runHttp(
  options: HttpOptions,
  source: AsyncIterable<ReplayDossier>,
  hooks: HttpHooks,
): Promise<HttpRun> {
  const session = await HttpSession.open(options, source, hooks);
  try {
    hooks.onPhase?.('filing');
    await session.send(arrivalsOf(options.schedule, options.spacing, options.seed));
    await session.finish();
  } finally {
    await session.close();
  }
  return session.result();
}
