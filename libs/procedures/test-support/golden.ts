import { type Outgoing } from '@lienthong/engine';
import { type CaseInput, type CaseState } from '../src';
import { caseView } from '../src/view/case-view';
import { CasePlayer, MINUTE, decider } from './case-player';
import { birthDossier, deathDossier } from './dossiers';

/** One recorded message or timer, and everything that followed from it. */
export interface GoldenStep {
  readonly now: number;
  readonly input: unknown;
  readonly status: string;
  readonly nationalStatus: number;
  readonly linkedStatus: number;
  readonly messages: readonly unknown[];
  readonly timers: readonly unknown[];
}

export interface GoldenHistory {
  readonly title: string;
  readonly steps: readonly GoldenStep[];
  readonly end: unknown;
}

/** Plays recorded inputs through today's decider. */
export function replay(inputs: readonly { readonly now: number; readonly input: unknown }[]): {
  readonly steps: readonly GoldenStep[];
  readonly end: unknown;
} {
  let state: CaseState | undefined;
  const steps = inputs.map(({ now, input }): GoldenStep => {
    const decision = decider.decide(state, input as CaseInput, {
      now,
      id: 'G22.99.08-20241104-0000001',
      owner: () => undefined,
      number: () => 1,
    });
    state = decision?.state ?? state;
    if (!state) throw new Error('a golden history begins with a submitted dossier');
    const { status, nationalStatus, linkedStatus } = caseView(state, now, 'vi');
    return {
      now,
      input,
      status,
      nationalStatus: nationalStatus.code,
      linkedStatus: linkedStatus.code,
      messages: (decision?.messages ?? []).map(withoutDossier),
      timers: decider.timers?.(state) ?? [],
    };
  });
  const { dossier: _dossier, history: _history, ...end } = state ?? ({} as CaseState);
  return asJson({ steps, end });
}

/** Commands carry the whole dossier; it is recorded once, in the first input. */
function withoutDossier({ topic, type, data }: Outgoing): unknown {
  const { dossier, ...rest } = data as { readonly dossier?: unknown };
  return { topic, type, data: dossier === undefined ? rest : { ...rest, dossier: '…' } };
}

function asJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

const births = (): CasePlayer => new CasePlayer(birthDossier());
const deaths = (): CasePlayer => new CasePlayer(deathDossier());

/** What is recorded. A scenario only makes a history; from then on the recorded inputs are what is replayed. */
export const SCENARIOS: Readonly<
  Record<string, { readonly title: string; readonly play: () => CasePlayer }>
> = {
  'birth-completed': {
    title: 'Birth: all three procedures, no hindrance',
    play: () => births().play('civil-registry.approved', 'health-insurance.approved', 'residency.approved'),
  },
  'birth-without-card': {
    title: 'Birth: registration and residence only',
    play: () =>
      new CasePlayer(birthDossier(['birth-registration', 'permanent-residence'])).play(
        'civil-registry.approved',
        'residency.approved',
      ),
  },
  'birth-supplement-and-verification': {
    title: 'Birth: residence asks for a supplement, then verifies on site',
    play: () =>
      births()
        .play('civil-registry.approved', 'residency.supplement-requested', 'health-insurance.approved')
        .wait(49 * 60 * MINUTE)
        .play('residency.supplement-provided', 'residency.verification-opened', 'residency.approved'),
  },
  'birth-second-supplement-is-late': {
    title: 'Birth: the registry asks twice',
    play: () =>
      births().play(
        'civil-registry.supplement-requested',
        'civil-registry.supplement-provided',
        'civil-registry.supplement-requested',
        'civil-registry.supplement-provided',
        'civil-registry.approved',
        'residency.approved',
        'health-insurance.approved',
      ),
  },
  'birth-refused': {
    title: 'Birth: refused by the registry',
    play: () => births().play('civil-registry.refused'),
  },
  'birth-card-refused': {
    title: 'Birth: the card is refused, the rest stands',
    play: () => births().play('civil-registry.approved', 'health-insurance.refused', 'residency.approved'),
  },
  'birth-window-expired': {
    title: 'Birth: nobody answers the registry',
    play: () =>
      births().play(
        'civil-registry.supplement-requested',
        'civil-registry.window-expired',
        'civil-registry.stopped',
      ),
  },
  'birth-withdrawn': {
    title: 'Birth: withdrawn after the certificate, one result overtakes the order to stop',
    play: () =>
      births().play(
        'civil-registry.approved',
        'withdraw',
        'residency.approved',
        'health-insurance.stopped',
        'withdraw',
      ),
  },
  'birth-corrected-and-cancelled': {
    title: 'Birth: corrected, then cancelled in reverse order',
    play: () =>
      births().play(
        'civil-registry.approved',
        'health-insurance.approved',
        'residency.approved',
        'correct',
        'civil-registry.corrected',
        'health-insurance.corrected',
        'residency.corrected',
        'cancel',
        'residency.revoked',
        'health-insurance.revoked',
        'civil-registry.revoked',
      ),
  },
  'death-completed': {
    title: 'Death: all four procedures under social insurance',
    play: () => deaths().play('civil-registry.approved', 'residency.approved', 'social-benefits.approved'),
  },
  'death-benefit-late': {
    title: 'Death: the benefit misses its deadline, an apology goes out',
    play: () =>
      deaths()
        .play('civil-registry.approved', 'residency.approved', 'social-benefits.deadline-passed')
        .wait(72 * 60 * MINUTE)
        .play('social-benefits.approved'),
  },
  'death-stopped': {
    title: 'Death: stopped by an operator while the benefit waits for a supplement',
    play: () =>
      deaths().play(
        'civil-registry.approved',
        'social-benefits.supplement-requested',
        'stop',
        'residency.stopped',
        'social-benefits.stopped',
      ),
  },
};
