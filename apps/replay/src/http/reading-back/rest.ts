import { type CaseStatus } from '@lienthong/contracts';
import { type GatewayClient, NoAnswer } from '../client/gateway-client';
import { isRecord, jsonOf } from '../client/problem-answer';
import { type Halt } from '../sending/halt';
import { type TargetTime } from '../watching/target-time';

/** Statuses of a case that somebody or something still moves on. */
const OPEN: readonly CaseStatus[] = ['awaiting-supplement', 'in-progress', 'submitted'];
const PAGE = 200;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;
/** A case may pass from a status that is still to be asked for to one that was: only two looks in a row count. */
const LOOKS = 2;

export function isOpen(status: CaseStatus): boolean {
  return OPEN.includes(status);
}

export interface RestOptions {
  /** In real time (ms). */
  readonly waitMs: number;
  readonly includes: (dossierNumber: string) => boolean;
}

/**
 * Waits until no case of the run is open: letting days pass on a virtual clock, else in real time. Cases of others on
 * the same target do not matter. Returns whether all came to rest in time.
 */
export async function waitForRest(
  client: Pick<GatewayClient, 'get'>,
  time: TargetTime,
  halt: Halt,
  { waitMs, includes }: RestOptions,
): Promise<boolean> {
  const until = performance.now() + waitMs;
  let quiet = 0;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
    const open = await anyOpen(client, includes);
    quiet = open === false ? quiet + 1 : 0;
    if (quiet === LOOKS) return true;
    if (halt.stopped || performance.now() > until) return false;
    if (open && time.isVirtual) await halt.orStopped(time.passDay());
    else await halt.sleep(quiet > 0 ? FIRST_PAUSE_MS : pause);
  }
}

/** Undefined: the target did not tell. */
async function anyOpen(
  client: Pick<GatewayClient, 'get'>,
  includes: RestOptions['includes'],
): Promise<boolean | undefined> {
  for (const status of OPEN) {
    let cursor: string | undefined;
    do {
      const page = await pageOf(client, status, cursor);
      if (!page) return undefined;
      if (page.numbers.some(includes)) return true;
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }
  return false;
}

interface Page {
  readonly numbers: readonly string[];
  readonly nextCursor: string | undefined;
}

async function pageOf(
  client: Pick<GatewayClient, 'get'>,
  status: CaseStatus,
  cursor: string | undefined,
): Promise<Page | undefined> {
  try {
    const from = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await client.get(`/v1/dossiers?status=${status}&limit=${PAGE}${from}`);
    const { items, nextCursor } = answer.status === 200 ? (jsonOf(answer) ?? {}) : {};
    if (!Array.isArray(items)) return undefined;
    return {
      numbers: items.filter(isRecord).map(({ dossierNumber }) => String(dossierNumber)),
      nextCursor: typeof nextCursor === 'string' ? nextCursor : undefined,
    };
  } catch (error) {
    if (error instanceof NoAnswer) return undefined;
    throw error;
  }
}
