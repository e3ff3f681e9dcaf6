import { type ServiceClient } from '@lienthong/remote';
import { HttpReplayNotices } from './http-replay-notices';

const answered = (answer: () => Promise<unknown>): Promise<unknown> =>
  new HttpReplayNotices({ get: answer as ServiceClient['get'] }).latest();

it('passes on what the gateway was told, and nothing where it does not know or does not answer', async () => {
  expect(await answered(async () => ({ replay: { run: 'x' } }))).toEqual({ replay: { run: 'x' } });
  expect(await answered(async () => undefined)).toEqual({});
  expect(await answered(() => Promise.reject(new Error('away')))).toEqual({});
});
