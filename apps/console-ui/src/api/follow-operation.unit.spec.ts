import { type OperationView } from '@lienthong/contracts';
import { followOperation } from './follow-operation';
import { ApiProblem } from './problem';

const BEGUN = { id: 'o-1', status: 'in-progress', audit: 4 } as OperationView;
const DONE: OperationView = { ...BEGUN, status: 'done' };

/** Answers in turn; records how long was waited before each question. */
function follow(
  answers: readonly (OperationView | Error)[],
  begun = BEGUN,
): { readonly ended: Promise<OperationView>; readonly waited: readonly number[] } {
  const waited: number[] = [];
  const left = [...answers];
  const ask = async (): Promise<OperationView> => {
    const answer = left.shift();
    if (answer === undefined || answer instanceof Error) throw answer ?? new Error('asked too often');
    return answer;
  };
  const wait = async (ms: number): Promise<void> => void waited.push(ms);
  return { ended: followOperation(begun, [1, 2, 4], ask, wait), waited };
}

it('asks until it has ended, and no further', async () => {
  const { ended, waited } = follow([BEGUN, DONE]);
  expect(await ended).toEqual(DONE);
  expect(waited).toEqual([1, 2]);
});

it('asks for nothing that has ended', async () => {
  const { ended, waited } = follow([], DONE);
  expect(await ended).toEqual(DONE);
  expect(waited).toEqual([]);
});

it('gives up after the last pause', async () => {
  const { ended, waited } = follow([BEGUN, BEGUN, BEGUN]);
  expect(await ended).toEqual(BEGUN);
  expect(waited).toEqual([1, 2, 4]);
});

it('asks again whoever did not answer', async () => {
  const { ended } = follow([new ApiProblem(0, 'unreachable', '', undefined), DONE]);
  expect(await ended).toEqual(DONE);
});

it('stops where it may no longer ask', async () => {
  const { ended, waited } = follow([new ApiProblem(401, 'unauthorized', '', undefined), DONE]);
  expect(await ended).toEqual(BEGUN);
  expect(waited).toEqual([1]);
});
