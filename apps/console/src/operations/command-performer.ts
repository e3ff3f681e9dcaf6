import { Inject, Injectable } from '@nestjs/common';
import { CASE_ACTIONS, CASE_QUERIES, type CaseActions, type CaseQueries } from '@lienthong/contracts';
import { type IncidentOutcome, Incidents } from '@lienthong/incidents';
import { Problem } from '@lienthong/platform';
import { BatchBook } from '../batches/batch-book';
import { LiveChanges } from '../live/live-changes';
import { Desks } from './desks.port';
import { type Command, type Operation, type Outcome } from './operation';
import { failed } from './outcomes';

type Performed = Operation & { readonly id: string };
type CommandOf<Type extends Command['type']> = Extract<Command, { readonly type: Type }>;

/**
 * Does what a command says. It may be called again after a crash, when what it is to do may have been done: each of them
 * has then the same effect once, and says what it found.
 */
@Injectable()
export class CommandPerformer {
  constructor(
    @Inject(CASE_ACTIONS) private readonly cases: CaseActions,
    @Inject(CASE_QUERIES) private readonly queries: CaseQueries,
    private readonly incidents: Incidents,
    private readonly desks: Desks,
    private readonly batches: BatchBook,
    private readonly live: LiveChanges,
  ) {}

  /** @throws Problem with what it is refused by, and 503 where somebody who is needed does not answer */
  perform(operation: Performed, resumed: boolean): Promise<Outcome> {
    const { command } = operation;
    switch (command?.type) {
      case 'case':
        return this.act(operation, command);
      case 'incident':
        return this.resolve(command, resumed);
      case 'reveal':
        return this.reveal(command);
      case 'decide':
        return this.decide(operation, command, resumed);
      case 'batch.start':
        return this.start(operation, command);
      case 'batch.cancel':
        return this.cancel(command);
      case undefined:
        throw new Error('an operation that is not closed has lost its command');
    }
  }

  private async act({ id, reason }: Performed, command: CommandOf<'case'>): Promise<Outcome> {
    const { dossierNumber, action, data } = command;
    const request = { action, reason, operation: id, ...(data && { data }) };
    const { status } = await this.cases.act(dossierNumber, request);
    return done({ requested: action, statusWhenRequested: status });
  }

  private async resolve(command: CommandOf<'incident'>, resumed: boolean): Promise<Outcome> {
    const { id, action } = command;
    const outcome =
      action === 'retry' ? await this.incidents.retry(id) : await this.incidents.discard(id, command.failed);
    this.live.announce('incidents');
    return resolved(outcome, resumed);
  }

  private async reveal({ dossierNumber }: CommandOf<'reveal'>): Promise<Outcome> {
    if (!(await this.queries.find(dossierNumber, 'vi'))) throw new Problem({ code: 'dossier-not-found' });
    return done({ revealed: true });
  }

  private async decide(
    { reason }: Performed,
    { agency, workItem, decision, data, caller }: CommandOf<'decide'>,
    resumed: boolean,
  ): Promise<Outcome> {
    try {
      const status = await this.desks.decide(agency, workItem, {
        decision,
        reason,
        caller,
        ...(data && { data }),
      });
      return done({ decision, status });
    } catch (error) {
      // It awaited this decision when the operation began: most likely it was taken then.
      if (resumed && error instanceof Problem && error.code === 'work-item-not-open')
        return done({ decision, found: error.code });
      throw error;
    }
  }

  private async start(
    { id, actor, roles }: Performed,
    { request }: CommandOf<'batch.start'>,
  ): Promise<Outcome> {
    await this.batches.start(id, { request, actor, roles });
    return done({ status: 'selecting' });
  }

  private async cancel({ batch }: CommandOf<'batch.cancel'>): Promise<Outcome> {
    const { status } = await this.batches.cancel(batch);
    if (status !== 'cancelled')
      throw new Problem({ code: 'batch-ended', extensions: { batchStatus: status } });
    return done({ status });
  }
}

function resolved(outcome: IncidentOutcome, resumed: boolean): Outcome {
  switch (outcome.result) {
    case 'closed':
      return done({ incident: 'closed' });
    case 'open':
      return {
        ...failed('incident-open', outcome.incident.error),
        after: { incident: 'open', attempts: outcome.incident.attempts, error: outcome.incident.error },
      };
    case 'absent':
      if (resumed) return done({ incident: 'closed', found: 'absent' });
      throw new Problem({ code: 'incident-not-found' });
    case 'changed':
      if (resumed) return done({ incident: 'open', found: 'changed' });
      throw new Problem({ code: 'incident-changed' });
  }
}

function done(after: Readonly<Record<string, unknown>>): Outcome {
  return { ok: true, after };
}
