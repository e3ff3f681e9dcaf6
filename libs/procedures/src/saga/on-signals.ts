import { type LinkedAgencyId } from '@lienthong/contracts';
import { type AgencySignal } from './saga-events';
import { type saga } from './saga.setup';

type On = NonNullable<Parameters<typeof saga.createStateConfig>[0]['on']>;

/** Transitions of one agency's part, by signal. */
export type Transitions = { [signal in AgencySignal]?: On[`residency.${signal}`] };

/** Transitions by signal, renamed to one agency's events: `approved` becomes `residency.approved`. */
export function onSignals(agency: LinkedAgencyId, transitions: Transitions): On {
  return Object.fromEntries(
    Object.entries(transitions).map(([signal, transition]) => [`${agency}.${signal}`, transition]),
  );
}
