import { type Outcome } from '../../outcome';
import { type ReplayDossier } from '../../replay-dossier';
import { type FaultLog } from '../../verification/fault';
import { GatewayClient, NoAnswer } from '../client/gateway-client';
import { type HttpOptions } from '../options/http-options';
import { Halt } from '../sending/halt';
import { UnreadableAnswer } from './case-reading';
import { DossierReader, UnknownDossier } from './dossier-reader';
import { inOrder } from './in-order';
import { isOpen } from './rest';

const AT_ONCE = 32;
/** Cases whose message was still on the way when all seemed to rest get so long, all together (ms). */
const STRAGGLERS_MS = 30_000;
const LOOK_AGAIN_MS = 500;

export interface ReadBackHooks {
  readonly signal: AbortSignal;
  /** Dossiers that cannot be read are told here; they have no outcome. */
  readonly faults: Pick<FaultLog, 'add'>;
}

/**
 * Goes over the source once more and reads every acknowledged dossier back, in the order of the source, 32 at a time.
 * What is still open is yielded as it stands: to judge that is not the reader's business. Those that were never
 * acknowledged are passed over: the sending has told of them. Ends early when stopped.
 */
export async function* readBack(
  options: HttpOptions,
  source: AsyncIterable<ReplayDossier>,
  numberOf: (key: string) => string | undefined,
  { signal, faults }: ReadBackHooks,
): AsyncGenerator<Outcome, void, undefined> {
  const { target, apiKey, answerTimeoutMs: timeoutMs } = options;
  const client = new GatewayClient({ target, apiKey, connections: 2 * AT_ONCE, timeoutMs });
  const halt = new Halt(signal);
  const back = new ReadingBack(new DossierReader(client, halt, options.seed), halt, faults);
  try {
    for await (const outcome of inOrder(acknowledged(source, numberOf, halt), AT_ONCE, back.read))
      if (outcome && !halt.stopped) yield outcome;
  } finally {
    halt.dispose();
    await client.close();
  }
}

type Acknowledged = ReplayDossier & { readonly dossierNumber: string };

async function* acknowledged(
  source: AsyncIterable<ReplayDossier>,
  numberOf: (key: string) => string | undefined,
  halt: Halt,
): AsyncGenerator<Acknowledged, void, undefined> {
  for await (const dossier of source) {
    if (halt.stopped) return;
    const dossierNumber = numberOf(dossier.idempotencyKey);
    if (dossierNumber !== undefined) yield { ...dossier, dossierNumber };
  }
}

class ReadingBack {
  private stragglersUntil: number | undefined;

  constructor(
    private readonly reader: DossierReader,
    private readonly halt: Halt,
    private readonly faults: Pick<FaultLog, 'add'>,
  ) {}

  readonly read = async (dossier: Acknowledged): Promise<Outcome | undefined> => {
    const { dossierNumber } = dossier;
    try {
      let view = await this.reader.view(dossierNumber);
      while (isOpen(view.status) && this.mayLookAgain()) {
        await this.halt.sleep(LOOK_AGAIN_MS);
        view = await this.reader.view(dossierNumber);
      }
      return { ...dossier, view, time: await this.reader.processingTime(dossierNumber) };
    } catch (error) {
      if (!(
        error instanceof UnknownDossier ||
        error instanceof UnreadableAnswer ||
        error instanceof NoAnswer
      ))
        throw error;
      if (!this.halt.stopped) this.faults.add('lost', `cannot be read back: ${error.message}`, dossierNumber);
      return undefined;
    }
  };

  private mayLookAgain(): boolean {
    this.stragglersUntil ??= performance.now() + STRAGGLERS_MS;
    return !this.halt.stopped && performance.now() < this.stragglersUntil;
  }
}
