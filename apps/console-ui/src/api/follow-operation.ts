import { type OperationView } from '@lienthong/contracts';
import { isRefusal } from './problem';

/**
 * Asks for an operation after each pause until it has ended. Who does not answer is asked again after the next pause.
 * @param pauses real ms
 * @returns what it was last seen as: `in-progress` still, where the pauses were too few or it may no longer be asked for
 */
export async function followOperation(
  begun: OperationView,
  pauses: readonly number[],
  ask: (id: string) => Promise<OperationView>,
  wait: (ms: number) => Promise<void> = pause,
): Promise<OperationView> {
  let seen = begun;
  for (const ms of pauses) {
    if (seen.status !== 'in-progress') return seen;
    await wait(ms);
    try {
      seen = await ask(seen.id);
    } catch (error) {
      if (isRefusal(error)) return seen;
    }
  }
  return seen;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
