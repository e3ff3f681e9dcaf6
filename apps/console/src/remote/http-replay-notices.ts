import { type ReplayAnswer, type ReplayNotices } from '@lienthong/contracts';
import { type ServiceClient } from '@lienthong/remote';

/** Real ms: a page waits for it. */
const TIMEOUT_MS = 2_000;

/** What the gateway was told of replays. One that does not know of them, or does not answer, was told nothing. */
export class HttpReplayNotices implements ReplayNotices {
  constructor(private readonly gateway: Pick<ServiceClient, 'get'>) {}

  async latest(): Promise<ReplayAnswer> {
    const asked = this.gateway.get<ReplayAnswer>('/v1/simulation/replay', { timeoutMs: TIMEOUT_MS });
    return (await asked.catch(() => undefined)) ?? {};
  }
}
