import { Inject, Injectable } from '@nestjs/common';
import { type CaseAction, type CaseView, type Reason } from '@lienthong/contracts';
import { Clock } from '@lienthong/clock';
import { Engines, type Engine } from '@lienthong/engine';
import { Problem, Settings, toVietnamIso, type FieldError } from '@lienthong/platform';
import { type MessageBatch } from '@lienthong/event-bus';
import { createRates } from '@lienthong/simulation';
import { GEOGRAPHY, type Places } from '../ports';
import { type FormClass } from '../intake/fields/form-fields';
import { readForm, type Reading } from '../intake/forms/form-reader';
import { knownAddresses } from '../intake/rules/places.rule';
import { brokenRules } from '../intake/rules/rule';
import { CaseReader } from '../reads/case-reader';
import { CancellationForm, CorrectionForm, SupplementForm, WithdrawalForm } from './action.forms';
import { readCorrectionData } from './correction-data';
import {
  createDossierDecider,
  dossierActionsId,
  type DossierAction,
  type DossierActions,
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
    private readonly clock: Clock,
    @Inject(GEOGRAPHY) private readonly places: Places,
  ) {
    // The shares are the same under every policy.
    const rates = createRates(settings.rates)('nd63');
    this.engine = engines.for(createDossierDecider(settings.seed, rates));
  }

  /** Bổ sung hồ sơ: for an agency that asked. @throws Problem 400, 404, 409 */
  async supplement(dossierNumber: string, body: unknown, options: ActionOptions): Promise<ActionReceipt> {
    const { agency, data, note } = read(SupplementForm, body);
    const view = await this.allowing(dossierNumber, 'supplement', options);
    if (!view.supplements.some((owed) => owed.agency === agency)) {
      const owedTo = view.supplements.map((owed) => owed.agency);
      throw new Problem({
        code: 'supplement-not-owed',
        extensions: { owedTo, allowedActions: view.allowedActions },
      });
    }
    const content = valid(readSupplementData(view.procedureGroup, data ?? {}));
    this.requireKnownPlaces(content);
    return this.send(view, 'supplement', options, {
      type: 'supplement.provide',
      dossierNumber,
      data: { agency, data: content, ...(note === undefined ? {} : { note }) },
    });
  }

  /** Rút hồ sơ: until every agency has a result. @throws Problem 400, 404, 409 */
  async withdraw(dossierNumber: string, body: unknown, options: ActionOptions): Promise<ActionReceipt> {
    const { reason } = read(WithdrawalForm, body);
    const view = await this.allowing(dossierNumber, 'withdraw', options);
    return this.send(view, 'withdraw', options, {
      type: 'withdrawal.request',
      dossierNumber,
      data: { reason },
    });
  }

  /** Cải chính: after issue. @throws Problem 400, 404, 409 */
  async correct(dossierNumber: string, body: unknown, options: ActionOptions): Promise<ActionReceipt> {
    const { data, note } = read(CorrectionForm, body);
    const view = await this.allowing(dossierNumber, 'correct', options);
    const changes = valid(readCorrectionData(view.procedureGroup, data));
    return this.send(view, 'correct', options, {
      type: 'correction.request',
      dossierNumber,
      data: { data: changes, ...(note === undefined ? {} : { note }) },
    });
  }

  /** Hủy đăng ký: after issue. @throws Problem 400, 404, 409 */
  async cancel(dossierNumber: string, body: unknown, options: ActionOptions): Promise<ActionReceipt> {
    const { reason } = read(CancellationForm, body);
    const view = await this.allowing(dossierNumber, 'cancel', options);
    return this.send(view, 'cancel', options, {
      type: 'cancellation.request',
      dossierNumber,
      data: { reason },
    });
  }

  /** Dừng xử lý, for operators' tools: while the case is open. @throws Problem 404, 409 */
  async stop(dossierNumber: string, reason: Reason, options: ActionOptions = {}): Promise<ActionReceipt> {
    const view = await this.cases.find(dossierNumber, 'vi', options.submittedBy);
    if (view.finishedAt !== undefined) throw notAllowed(view);
    return this.send(view, 'stop', options, { type: 'stop.request', dossierNumber, data: { reason } });
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

  private async allowing(
    dossierNumber: string,
    action: CaseAction,
    { submittedBy }: ActionOptions,
  ): Promise<CaseView> {
    const view = await this.cases.find(dossierNumber, 'vi', submittedBy);
    if (!view.allowedActions.includes(action)) throw notAllowed(view);
    return view;
  }

  private requireKnownPlaces(content: object): void {
    const filing = { localTime: toVietnamIso(this.clock.now()).slice(0, 16), places: this.places };
    const errors = brokenRules([knownAddresses], content, filing);
    if (errors.length > 0)
      throw Problem.validation(
        errors.map((error): FieldError => ({ ...error, pointer: `/data${error.pointer}` })),
      );
  }

  private async send(
    view: CaseView,
    action: ActionReceipt['action'],
    { submittedBy: _whose, ...options }: ActionOptions,
    input: DossierAction,
  ): Promise<ActionReceipt> {
    const { dossierNumber, status } = view;
    await this.engine.execute(dossierActionsId(dossierNumber), { ...input, ...options });
    return { dossierNumber, action, status };
  }
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
