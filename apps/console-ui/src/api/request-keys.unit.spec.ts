import { ApiProblem, isRefusal } from './problem';
import { RequestKeys } from './request-keys';

const PATH = '/v1/operations/batches';
const BODY = { action: 'retry', reason: 'Máy chủ đã hoạt động lại' };

it('keeps the key of a request whose answer was lost', () => {
  const keys = new RequestKeys();
  expect(keys.keyOf(PATH, { ...BODY })).toBe(keys.keyOf(PATH, BODY));
});

it('gives another key to another request', () => {
  const keys = new RequestKeys();
  const first = keys.keyOf(PATH, BODY);
  const changed = keys.keyOf(PATH, { ...BODY, reason: 'Thử lại lần hai' });
  const elsewhere = keys.keyOf(`${PATH}/1/cancel`, { ...BODY, reason: 'Thử lại lần hai' });
  expect(new Set([first, changed, elsewhere]).size).toBe(3);
});

it('takes the same request for a new one once it was answered', () => {
  const keys = new RequestKeys();
  const first = keys.keyOf(PATH, BODY);
  keys.answered();
  expect(keys.keyOf(PATH, BODY)).not.toBe(first);
});

it.each([
  [new ApiProblem(409, 'action-not-allowed', '', undefined), true],
  [new ApiProblem(503, 'service-unavailable', '', undefined), false],
  [new ApiProblem(0, 'unreachable', '', undefined), false],
  [new Error('odd'), false],
])('tells whether %p is an answer', (error, answer) => {
  expect(isRefusal(error)).toBe(answer);
});
