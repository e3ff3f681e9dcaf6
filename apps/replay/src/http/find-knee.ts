import { type ReplayDossier } from '../replay-dossier';
import { type AdaptiveOptions } from './adaptive/adaptive-options';
import { type Knee, type KneeStep } from './adaptive/knee';
import { KneeHunt } from './adaptive/knee-hunt';
import { type HttpHooks, type HttpRun } from './http-hooks';
import { HttpSession } from './http-session';
import { type HttpOptions } from './options/http-options';

export interface KneeHooks extends HttpHooks {
  /** Is told of every step when it has been measured. */
  readonly onStep?: (step: KneeStep) => void;
}

/**
 * Raises the rate step by step until the target bends, then halves the gap a few times. The dossiers are filed for good, as
 * in {@link runHttp}, and the ends of their cases are waited for.
 * @throws UnsuitableTarget when the target cannot take the run at all
 */
export async function findKnee(
  options: HttpOptions & { readonly adaptive: AdaptiveOptions },
  source: AsyncIterable<ReplayDossier>,
  hooks: KneeHooks,
): Promise<HttpRun & { readonly knee: Knee }> {
  const session = await HttpSession.open(options, source, hooks);
  let knee: Knee;
  try {
    hooks.onPhase?.('filing');
    knee = await new KneeHunt(session, options, hooks.onStep).run();
    await session.finish();
  } finally {
    await session.close();
  }
  return { ...session.result(), knee };
}
