import { type EngineRegistry } from '@lienthong/engine';

interface Decides {
  decide(state: unknown, input: unknown, context: { readonly id: string }): unknown;
}

/**
 * Lets a kind of aggregate fail on everything it is told while it is broken. It is mended for good when the system is
 * opened again.
 */
export class Poison {
  broken = true;

  constructor(engines: EngineRegistry, kind: string, message = 'the desk is on fire') {
    const { decider } = engines.of(kind) as unknown as { readonly decider: Decides };
    const decide = decider.decide.bind(decider);
    decider.decide = (state, input, context) => {
      if (this.broken) throw new Error(message);
      return decide(state, input, context);
    };
  }
}
