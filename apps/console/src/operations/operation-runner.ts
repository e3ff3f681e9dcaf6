import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { type Engine, Engines } from '@lienthong/engine';
import { Problem, type Principal, toVietnamIso } from '@lienthong/platform';
import { AuditLog, type PlaceKeeper } from '../audit/audit-log';
import { type AuditDraft } from '../audit/audit-chain';
import { TakenByAnother } from '../taken-by-another';
import { CommandPerformer } from './command-performer';
import { contentHash, idempotencyKey, operationId } from './idempotency';
import { type Command, type Operation } from './operation';
import { OperationPace } from './operation-pace';
import { operationDecider, type OperationInput, OperationKeyReused } from './operation.decider';
import { outcomeOf, problemOf } from './outcomes';

type Json = Readonly<Record<string, unknown>>;

/** What somebody asks for. */
export interface OperationRequest {
  readonly caller: Principal;
  /** The `Idempotency-Key` as it came. */
  readonly key: string | undefined;
  readonly action: string;
  readonly target: string;
  readonly reason: string;
  /** What else was sent: under one key always the same. */
  readonly content: unknown;
  /** What is to be done, and what is so before; asked for only the first time. @throws Problem where there is nothing to act on */
  readonly prepare: () => Promise<Prepared>;
}

export interface Prepared {
  readonly command: Command;
  readonly before: Json;
}

export interface FoundOperation extends Operation {
  readonly id: string;
}

/**
 * Does what people ask for: once per key, never without an entry in the audit log before and one after, and to the end,
 * also when the process dies in between.
 */
@Injectable()
export class OperationRunner {
  private readonly logger = new Logger('Operations');
  private readonly engine: Engine<Operation, OperationInput>;
  private readonly running = new Map<string, Promise<FoundOperation>>();

  constructor(
    engines: Engines,
    private readonly audit: AuditLog,
    private readonly performer: CommandPerformer,
    private readonly pace: OperationPace,
  ) {
    this.engine = engines.for(operationDecider);
  }

  /**
   * Resolves when it is done, or stands on record and will be: whoever is needed does not answer for now.
   * @throws Problem 400 for the key, 422 `idempotency-key-reused`, and whatever it is refused with
   */
  async submit(request: OperationRequest): Promise<FoundOperation> {
    const id = operationId(request.caller.id, idempotencyKey(request.key));
    const known = await this.engine.read(id);
    const holder = await this.begin(id, request, known);
    const ended = await this.follow(id, holder).catch((error: unknown) => this.later(id, error));
    const refusal = ended.outcome?.ok === false ? problemOf(ended.outcome, id) : undefined;
    if (refusal) throw refusal;
    return ended;
  }

  /** Answers by which name it is held, if it is this call that began it. */
  private async begin(
    id: string,
    request: OperationRequest,
    known: Operation | undefined,
  ): Promise<string | undefined> {
    const { caller, action, target, reason, content } = request;
    const bodyHash = contentHash([action, target, reason, content]);
    if (known?.bodyHash === bodyHash) return undefined;
    if (known) throw new Problem({ code: 'idempotency-key-reused' });
    const prepared = await request.prepare().catch(async (error: unknown) => {
      // There is nothing to act on, perhaps because another replica, which was sent the same, has done it by now.
      if ((await this.engine.read(id))?.bodyHash === bodyHash) return undefined;
      throw error;
    });
    if (!prepared) return undefined;
    const { command, before } = prepared;
    const operation = { bodyHash, actor: caller.id, roles: caller.roles, action, target, reason, before };
    const holder = randomUUID();
    const until = Date.now() + this.pace.leaseMs;
    try {
      const begun = await this.engine.execute(id, {
        type: 'operation.begin',
        operation,
        command,
        holder,
        until,
      });
      return begun?.lease?.holder === holder ? holder : undefined;
    } catch (error) {
      throw error instanceof OperationKeyReused ? new Problem({ code: error.code }) : error;
    }
  }

  async find(id: string): Promise<FoundOperation | undefined> {
    const operation = await this.engine.read(id);
    return operation && { ...operation, id };
  }

  /** Ids of what was begun and is not closed. */
  async open(limit: number): Promise<readonly string[]> {
    return (await this.engine.query({ where: { open: 1 }, limit })).map(({ id }) => id);
  }

  isRunning(id: string): boolean {
    return this.running.has(id);
  }

  /**
   * Takes the steps that are left.
   * @param holder of who has just begun it; whoever else takes it up finds that some of them may have been taken
   * @throws TakenByAnother
   */
  run(id: string, holder?: string): Promise<FoundOperation> {
    // Who has begun it waits for nobody: others here may be waiting for this.
    const known = holder === undefined ? this.running.get(id) : undefined;
    if (known) return known;
    const running = this.hold(id, holder).finally(() => {
      if (this.running.get(id) === running) this.running.delete(id);
    });
    this.running.set(id, running);
    return running;
  }

  /** {@link run}, or what came of it where another is at it. */
  private async follow(id: string, begun: string | undefined): Promise<FoundOperation> {
    const deadline = performance.now() + this.pace.followMs;
    for (let holder = begun; ; holder = undefined) {
      try {
        return await this.run(id, holder);
      } catch (error) {
        if (!(error instanceof TakenByAnother) || performance.now() > deadline) throw error;
        await sleep(this.pace.followEveryMs);
      }
    }
  }

  private async hold(id: string, begun: string | undefined): Promise<FoundOperation> {
    const holder = begun ?? randomUUID();
    if (begun === undefined) {
      const operation = await this.state(id);
      if (operation.closed) return operation;
      await this.claim(id, holder);
    }
    try {
      return await this.takeSteps(id, holder, begun === undefined);
    } catch (error) {
      await this.engine.execute(id, { type: 'operation.release', holder }).catch(() => undefined);
      throw error;
    }
  }

  /** Or holds on to what it has. @throws TakenByAnother */
  private async claim(id: string, holder: string): Promise<void> {
    const realNow = Date.now();
    const until = realNow + this.pace.leaseMs;
    await this.engine.execute(id, { type: 'operation.claim', holder, realNow, until });
  }

  private async takeSteps(id: string, holder: string, resumed: boolean): Promise<FoundOperation> {
    let operation = await this.state(id);
    if (operation.closed) return operation;
    await this.write(operation, 'begunEntry', { outcome: 'begun', before: operation.before });
    operation = await this.state(id);
    if (!operation.outcome) {
      // The way to the log may have been long: whoever took it over meanwhile does it.
      if (!this.holds(operation, holder)) await this.claim(id, holder);
      const outcome = await this.performer.perform(operation, resumed).catch((error: unknown) => {
        const refused = outcomeOf(error);
        if (refused) return refused;
        throw error;
      });
      await this.engine.execute(id, { type: 'operation.acted', outcome });
      operation = await this.state(id);
    }
    const { outcome, before } = operation;
    await this.write(operation, 'endedEntry', {
      outcome: outcome?.ok ? 'done' : 'failed',
      before,
      after: outcome?.after ?? {},
    });
    await this.engine.execute(id, { type: 'operation.close' });
    return this.state(id);
  }

  /** And for long enough. */
  private holds({ lease }: Operation, holder: string): boolean {
    return lease?.holder === holder && lease.until - Date.now() > this.pace.leaseMs / 2;
  }

  private async write(
    operation: FoundOperation,
    entry: 'begunEntry' | 'endedEntry',
    said: Pick<AuditDraft, 'outcome' | 'before' | 'after'>,
  ): Promise<void> {
    const { id, at, endedAt, actor, roles, action, target, reason } = operation;
    const when = entry === 'begunEntry' ? at : (endedAt ?? at);
    const draft = { at: toVietnamIso(when), actor, roles, action, target, reason, operation: id, ...said };
    const keeper: PlaceKeeper = {
      place: operation[entry],
      keep: async (place, insteadOf) => {
        const kept = await this.engine.execute(id, { type: 'operation.place', entry, place, insteadOf });
        return kept?.[entry] ?? place;
      },
    };
    await this.audit.append(`${id}/${entry}`, [draft], keeper);
  }

  private async state(id: string): Promise<FoundOperation> {
    const operation = await this.find(id);
    if (!operation) throw new Problem({ code: 'operation-not-found' });
    return operation;
  }

  /** Whoever was needed did not answer, or another is at it: it stays on record and is taken up again. */
  private later(id: string, error: unknown): Promise<FoundOperation> {
    if (error instanceof TakenByAnother) return this.state(id);
    const name = error instanceof Problem ? error.code : error instanceof Error ? error.name : typeof error;
    this.logger.warn(`operation ${id} will be taken up again: ${name}`);
    return this.state(id);
  }
}
