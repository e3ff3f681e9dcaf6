import { Injectable } from '@nestjs/common';
import { type CaseAction, type CaseView, type LinkedAgencyId, type Reason } from '@lienthong/contracts';
import { Engines, type Engine } from '@lienthong/engine';
import { Problem, Settings } from '@lienthong/platform';
import { type MessageBatch } from '@lienthong/event-bus';
import { createRates } from '@lienthong/simulation';
import { actionDigest, submissionId } from '../intake/digest';
import { type AdmissibleDossier, DossierValidator } from '../intake/dossier.validator';
import { type FormClass } from '../intake/fields/form-fields';
import { readForm, type Reading } from '../intake/forms/form-reader';
import { idempotencyKeyOf } from '../intake/idempotency-key';
import { IdempotencyKeyReused } from '../intake/submission.decider';
import { CaseReader } from '../reads/case-reader';
import { CancellationForm, CorrectionForm, SupplementForm, WithdrawalForm } from './action.forms';
import { readCorrectionData } from './correction-data';
import {
  answerTo,
  type ActionContent,
  createDossierDecider,
  dossierActionsId,
  type DossierAction,
  type DossierActions,
  type KeyedAnswer,
  type SupplementAsked,
} from './dossier.decider';
import { readSupplementData } from './supplement-data';

/** What the caller is told: the action is on its way; what came of it is in the timeline. */
export interface ActionReceipt {
  readonly dossierNumber: string;
  readonly action: CaseAction | 'stop';
  /** The case's status when the action was taken. */
  readonly status: CaseView['status'];
}

export interface ActionOptions {
  readonly traceparent?: string;
  /** Whose dossiers the caller may act on: what others filed is not found. Everybody's when undefined. */
  readonly submittedBy?: string | undefined;
  /** What is sent again with the same key gets the first answer. */
  readonly idempotencyKey?: string | undefined;
  /** Who calls, where callers are known: their keys are their own. */
  readonly caller?: string | undefined;
  /** Of the console: what is tried again under the same one is published once. */
  readonly operation?: string;
}

/** Takes what citizens and operators do to a dossier after filing. */
@Injectable()
export class ActionsService {
  private readonly engine: Engine<DossierActions, DossierAction | SupplementAsked>;

  constructor(
    engines: Engines,
    settings: Settings,
    private readonly cases: CaseReader,
    private readonly validator: DossierValidator,
  ) {
    // The shares are the same under every policy.
    const rates = createRates(settings.rates)('nd63');
    this.engine = engines.for(createDossierDecider(settings.seed, rates));
  }

  /** Bổ sung hồ sơ: for an agency that asked. @throws Problem 400, 404, 409, 422 */
  async supplement(dossierNumber: string, body: unknown, options: ActionOptions): Promise<ActionReceipt> {
    const form = read(SupplementForm, body);
    return this.once('supplement', dossierNumber, form, options, async (view) => {
      const { agency, data, note } = form;
      if (!view.supplements.some((owed) => owed.agency === agency)) {
        const owedTo = view.supplements.map((owed) => owed.agency);
        throw new Problem({
          code: 'supplement-not-owed',
          extensions: { owedTo, allowedActions: view.allowedActions },
        });
      }
      const content = valid(
        readSupplementData(
          this.validator,
          await this.filed(view),
          { agency, begun: begunIn(view) },
          data,
          note,
        ),
      );
      return {
        type: 'supplement.provide',
        data: { agency, data: content, ...(note === undefined ? {} : { note }) },
      };
    });
  }

  /** Rút hồ sơ: until every agency has a result. @throws Problem 400, 404, 409, 422 */
  async withdraw(dossierNumber: string, body: unknown, options: ActionOptions): Promise<ActionReceipt> {
    const { reason } = read(WithdrawalForm, body);
    return this.once('withdraw', dossierNumber, { reason }, options, () => ({
      type: 'withdrawal.request',
      data: { reason },
    }));
  }

  /** Cải chính: after issue. @throws Problem 400, 404, 409, 422 */
  async correct(dossierNumber: string, body: unknown, options: ActionOptions): Promise<ActionReceipt> {
    const form = read(CorrectionForm, body);
    return this.once('correct', dossierNumber, form, options, async (view) => {
      const { data, note } = form;
      const changes = valid(readCorrectionData(this.validator, await this.filed(view), data));
      return {
        type: 'correction.request',
        data: { data: changes, ...(note === undefined ? {} : { note }) },
      };
    });
  }

  /** Hủy đăng ký: after issue. @throws Problem 400, 404, 409, 422 */
  async cancel(dossierNumber: string, body: unknown, options: ActionOptions): Promise<ActionReceipt> {
    const { reason } = read(CancellationForm, body);
    return this.once('cancel', dossierNumber, { reason }, options, () => ({
      type: 'cancellation.request',
      data: { reason },
    }));
  }

  /** Dừng xử lý, for operators' tools: while the case is open. @throws Problem 404, 409 */
  async stop(dossierNumber: string, reason: Reason, options: ActionOptions = {}): Promise<ActionReceipt> {
    const view = await this.cases.find(dossierNumber, 'vi', options.submittedBy);
    if (view.finishedAt !== undefined) throw notAllowed(view);
    const { submittedBy: _whose, ...rest } = options;
    return this.send(view, 'stop', rest, { type: 'stop.request', data: { reason } });
  }

  /** Whether an operation of the console has been published. */
  async hasPublished(dossierNumber: string, operation: string): Promise<boolean> {
    const state = await this.engine.read(dossierActionsId(dossierNumber));
    return state?.operations?.includes(operation) ?? false;
  }

  /** Supplement requests to simulated applicants. */
  handle(batch: MessageBatch): Promise<void> {
    return this.engine.handle(batch);
  }

  /**
   * Takes an action that the case allows. One that was taken under the same idempotency key before gets its first answer,
   * whatever the case allows by now.
   */
  private async once(
    action: CaseAction,
    dossierNumber: string,
    content: object,
    { idempotencyKey, caller, submittedBy, ...options }: ActionOptions,
    prepare: (view: CaseView) => ActionContent | Promise<ActionContent>,
  ): Promise<ActionReceipt> {
    const view = await this.cases.find(dossierNumber, 'vi', submittedBy);
    const keyed = idempotencyKey === undefined ? undefined : keyOf(idempotencyKey, caller, action, content);
    const given = keyed && (await this.givenBefore(dossierNumber, keyed));
    if (given) return { dossierNumber, action, status: given.status };
    if (!view.allowedActions.includes(action)) throw notAllowed(view);
    const prepared = await prepare(view);
    return this.send(view, action, { ...options, ...(keyed && { keyed }) }, prepared);
  }

  private async givenBefore(dossierNumber: string, keyed: Keyed): Promise<KeyedAnswer | undefined> {
    const state = await this.engine.read(dossierActionsId(dossierNumber));
    return reused(() => answerTo(state, keyed));
  }

  private async filed({ dossierNumber, submittedAt }: CaseView): Promise<AdmissibleDossier> {
    return { dossier: await this.cases.dossier(dossierNumber), submittedAt };
  }

  private async send(
    { dossierNumber, status }: CaseView,
    action: ActionReceipt['action'],
    { keyed, ...options }: SendOptions,
    content: ActionContent,
  ): Promise<ActionReceipt> {
    const answer = keyed && { ...keyed, status };
    const input = { ...content, dossierNumber, ...options, ...(answer && { answer }) };
    try {
      const state = await this.engine.execute(dossierActionsId(dossierNumber), input);
      // Another call with the same key may have been the first.
      const first = keyed && answerTo(state, keyed);
      return { dossierNumber, action, status: first?.status ?? status };
    } catch (error) {
      throw explained(error);
    }
  }
}

function begunIn({ procedures }: CaseView): readonly LinkedAgencyId[] {
  return procedures.filter(({ status }) => status !== 'not-started').map(({ agency }) => agency);
}

type Keyed = Pick<KeyedAnswer, 'key' | 'content'>;
type SendOptions = Pick<ActionOptions, 'traceparent' | 'operation'> & { readonly keyed?: Keyed };

function keyOf(idempotencyKey: string, caller: string | undefined, action: string, content: object): Keyed {
  return {
    key: submissionId(idempotencyKeyOf(idempotencyKey), caller),
    content: actionDigest(action, content),
  };
}

function reused<T>(look: () => T): T {
  try {
    return look();
  } catch (error) {
    throw explained(error);
  }
}

function explained(error: unknown): unknown {
  return error instanceof IdempotencyKeyReused ? new Problem({ code: 'idempotency-key-reused' }) : error;
}

function read<T extends object>(form: FormClass<T>, body: unknown): T {
  if (body === undefined) throw new Problem({ code: 'empty-body' });
  return valid(readForm(form, body));
}

function valid<T>(reading: Reading<T>): T {
  if (!reading.ok) throw Problem.validation(reading.errors);
  return reading.value;
}

function notAllowed({ allowedActions, status }: CaseView): Problem {
  return new Problem({ code: 'action-not-allowed', extensions: { allowedActions, caseStatus: status } });
}
