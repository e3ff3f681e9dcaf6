import { Injectable } from '@nestjs/common';
import { type AuditEntry, type AuditVerification } from '@lienthong/contracts';
import { type Engine, Engines } from '@lienthong/engine';
import { LiveChanges } from '../live/live-changes';
import { type AppendBlock, type AuditBlock, auditBlockDecider, auditBlockId } from './audit-block.decider';
import { type AuditDraft, CHAIN_START, ChainFollower, type ChainEnd, chained } from './audit-chain';

/** Keeps durably where entries are about to be written, with what they are about. */
export interface PlaceKeeper {
  /** The number that was kept for the first of them. */
  readonly place: number | undefined;
  /** Keeps `place` unless another than `insteadOf` is kept by now. Resolves with what is. */
  keep(place: number, insteadOf: number | undefined): Promise<number>;
}

/** The log does not go as far as somebody has seen it go. */
export class AuditLogCut extends Error {
  readonly code = 'audit-log-cut';

  constructor(place: number, last: number) {
    super(`entry ${place} of the audit log was about to be written, but the log ends with ${last}`);
    this.name = 'AuditLogCut';
  }
}

const AT_ONCE = 200;

/** The audit log: append-only, each entry chained to the one before, over as many replicas as there are. */
@Injectable()
export class AuditLog {
  private readonly blocks: Engine<AuditBlock, AppendBlock>;
  /** One after the other in this process: only other replicas are met at the end of the log. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    engines: Engines,
    private readonly live: LiveChanges,
  ) {
    this.blocks = engines.for(auditBlockDecider);
  }

  /**
   * Writes entries, together and once, however often and by however many it is called with the same key and keeper:
   * whoever comes back after a crash finds them at the place that was kept. Resolves with the number of the first.
   * @throws AuditLogCut
   */
  append(key: string, drafts: readonly AuditDraft[], keeper: PlaceKeeper): Promise<number> {
    const written = this.turn.then(() => this.write(key, drafts, keeper));
    this.turn = written.catch(() => undefined);
    return written;
  }

  /** The last entry's number and hash. */
  async end(): Promise<ChainEnd> {
    const [newest] = await this.blocks.query({ limit: 1 });
    let end = newest ? endOf(newest.state) : CHAIN_START;
    // A query may be a moment behind what is being written.
    for (;;) {
      const next = await this.blocks.read(auditBlockId(end.number + 1));
      if (!next) return end;
      end = endOf(next);
    }
  }

  /** Entries newest first, before `number`, of what has these facets. */
  async *newest(
    where: Readonly<Record<string, string>>,
    before = Number.MAX_SAFE_INTEGER,
  ): AsyncGenerator<AuditEntry> {
    let afterId = before === Number.MAX_SAFE_INTEGER ? '' : auditBlockId(before);
    for (;;) {
      const blocks = await this.blocks.query({ where, afterId, limit: AT_ONCE });
      for (const { state } of blocks)
        yield* [...state.entries].reverse().filter(({ number }) => number < before);
      if (blocks.length < AT_ONCE) return;
      afterId = blocks.at(-1)?.id ?? afterId;
    }
  }

  /** Entries oldest first, to the end that the log has now. What is missing is not noticed here: follow the chain. */
  async *oldest(): AsyncGenerator<AuditEntry> {
    const { number: last } = await this.end();
    for (let from = 1; from <= last; from += AT_ONCE) {
      const ranges = [{ facet: 'first', from, to: from + AT_ONCE }];
      const blocks = await this.blocks.query({ ranges, limit: AT_ONCE });
      for (const { state } of [...blocks].sort((a, b) => a.state.first - b.state.first)) yield* state.entries;
    }
  }

  /** How many entries have these facets. */
  async count(where: Readonly<Record<string, string>>): Promise<number> {
    const sizes = await this.blocks.tally({ where }, ['size']);
    return sizes.reduce((sum, { values: [size], count }) => sum + Number(size) * count, 0);
  }

  /** Follows the whole chain from its first entry. */
  async verify(): Promise<AuditVerification> {
    const follower = new ChainFollower();
    for await (const entry of this.oldest()) if (!follower.take(entry)) break;
    return follower.result;
  }

  private async write(key: string, drafts: readonly AuditDraft[], keeper: PlaceKeeper): Promise<number> {
    let place = keeper.place;
    for (;;) {
      const end = await this.end();
      const there = place === undefined ? undefined : await this.blocks.read(auditBlockId(place));
      if (place !== undefined && there?.key === key) return place;
      if (place === undefined || there) {
        place = await keeper.keep(end.number + 1, place);
      } else if (end.number === place - 1) {
        const block = { first: place, key, entries: chained(end, drafts) };
        await this.blocks.execute(auditBlockId(place), { type: 'audit.append', block });
        this.live.announce('audit');
      } else if (end.number < place) {
        throw new AuditLogCut(place, end.number);
      }
    }
  }
}

function endOf({ entries }: AuditBlock): ChainEnd {
  const { number, hash } = entries.at(-1) ?? CHAIN_START;
  return { number, hash };
}
