import { type LinkedAgencyId } from '@lienthong/contracts';
import { assign, setup } from 'xstate';
import { type Ending, type SagaContext, type SagaList } from './saga-context';
import { type SagaEvent, type SettledStatus } from './saga-events';

interface AgencyParams {
  readonly agency: LinkedAgencyId;
}

/** A named wish of the machine: nothing runs here, the decider carries it out. */
const wish = (_: unknown, _params: AgencyParams): void => undefined;

/** What every saga is made of. All names are registered, so a snapshot is plain data. */
export const saga = setup({
  types: {
    context: {} as SagaContext,
    events: {} as SagaEvent,
    input: {} as { readonly chosen: readonly LinkedAgencyId[] },
  },
  actions: {
    request: wish,
    resume: wish,
    'await-supplement': wish,
    'extend-limit': wish,
    apologise: wish,
    'order-stop': wish,
    'order-correction': wish,
    'order-revocation': wish,
    settle: (_, _params: { readonly status: SettledStatus }): void => undefined,
    close: (): void => undefined,
    note: assign(({ context }, { list, agency }: AgencyParams & { readonly list: SagaList }) => ({
      [list]: [...context[list], agency],
    })),
    revoke: assign(({ context }, { agency }: AgencyParams) => ({
      issued: context.issued.slice(0, -1),
      revoked: [...context.revoked, agency],
    })),
    'end-as': assign((_, { ending }: { readonly ending: Ending }) => ({ ending })),
  },
  guards: {
    chosen: ({ context }, { agency }: AgencyParams) => context.chosen.includes(agency),
    issued: ({ context }, { agency }: AgencyParams) => context.issued.includes(agency),
    'issued-last': ({ context }, { agency }: AgencyParams) => context.issued.at(-1) === agency,
    'on-time': ({ context }, { agency }: AgencyParams) => !context.overdue.includes(agency),
    'not-ending': ({ context }) => context.ending === undefined,
    /** The certificate is what the other agencies work on; nobody starts once the case is ending. */
    'fans-out': ({ context }) => context.issued.includes('civil-registry') && context.ending === undefined,
    'registration-refused': ({ context }) => context.refused.includes('civil-registry'),
    /** An accepted withdrawal or stop ends the case unless every agency turns out to have a result. */
    'ends-as': ({ context }, { ending }: { readonly ending: Ending }) =>
      context.ending === ending && !allHaveResult(context),
    'not-registered': ({ context }) => !context.issued.includes('civil-registry'),
    'all-issued': ({ context }) => context.issued.length === context.chosen.length,
  },
});

function allHaveResult({ chosen, issued, refused }: SagaContext): boolean {
  return issued.length + refused.length === chosen.length;
}
