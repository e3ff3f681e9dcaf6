import { Injectable } from '@nestjs/common';
import { covers, vietnamCalendar } from '@lienthong/calendar';
import { type Dossier } from '@lienthong/contracts';
import { Engines, type Engine } from '@lienthong/engine';
import { inspectJson, Problem, Settings } from '@lienthong/platform';
import { appointmentOf, policyFor } from '@lienthong/procedures';
import { bodyHash, submissionId } from './digest';
import { DossierValidator, type AdmissibleDossier } from './dossier.validator';
import { idempotencyKeyOf } from './idempotency-key';
import { RecentSubmissions } from './recent-submissions';
import {
  IdempotencyKeyReused,
  submissionDecider,
  type Submission,
  type SubmitDossier,
} from './submission.decider';

export interface SubmitOptions {
  /** W3C trace context of the caller. */
  readonly traceparent?: string;
  /** The gateway's simulated applicant answers supplement requests. */
  readonly simulatedApplicant?: boolean;
  /** Who hands it in, where callers are known: whose dossier it is, and whose idempotency key. */
  readonly submittedBy?: string | undefined;
}

/** Takes dossiers in: over HTTP one by one or in batches, and in-process for replays. */
@Injectable()
export class IntakeService {
  private readonly submissions: Engine<Submission, SubmitDossier>;

  constructor(
    engines: Engines,
    private readonly validator: DossierValidator,
    private readonly settings: Settings,
    private readonly recent: RecentSubmissions,
  ) {
    this.submissions = engines.for(submissionDecider);
  }

  /**
   * Makes a parsed body durable as a dossier, once per key: the same body again gets the first answer again.
   * @throws Problem 400 for a missing or long key and for every fault of the form, 422 `idempotency-key-reused`
   */
  async submit(key: unknown, body: unknown, options: SubmitOptions = {}): Promise<Submission> {
    const idempotencyKey = idempotencyKeyOf(key);
    const admissible = this.validator.validate(body);
    const submission = await this.take(idempotencyKey, admissible, options);
    this.recent.add(submission, admissible.dossier, options.submittedBy);
    return submission;
  }

  /**
   * {@link submit} without HTTP: the same checks, the filing instant given.
   * @param submittedAt epoch ms
   */
  async submitPlain(
    key: string,
    dossier: Dossier,
    submittedAt: number,
    options: SubmitOptions = {},
  ): Promise<Submission> {
    const { errors } = inspectJson(dossier);
    if (errors.length > 0) throw Problem.validation(errors);
    return this.take(idempotencyKeyOf(key), this.validator.validate(dossier, submittedAt), options);
  }

  /**
   * {@link submitPlain} for dossiers of our own making: nothing is checked, the applicant is simulated unless told
   * otherwise, and it does not wait until the submission is durable: the driver does, once for many.
   */
  submitTrusted(
    key: string,
    dossier: Dossier,
    submittedAt: number,
    options: SubmitOptions = {},
  ): Promise<Submission> {
    return this.take(key, { dossier, submittedAt }, { simulatedApplicant: true, ...options }, 'accept');
  }

  /** What was answered under a key of no known caller, if anything was. */
  find(key: string): Promise<Submission | undefined> {
    return this.submissions.read(submissionId(key));
  }

  private async take(
    key: string,
    { dossier, submittedAt }: AdmissibleDossier,
    options: SubmitOptions,
    durability: 'execute' | 'accept' = 'execute',
  ): Promise<Submission> {
    const { simulatedApplicant, traceparent, submittedBy } = options;
    if (!covers(vietnamCalendar.covered, submittedAt)) throw outsideCalendar(dossier);
    try {
      const policy = this.settings.policy ?? policyFor(submittedAt);
      const command: SubmitDossier & Pick<SubmitOptions, 'traceparent'> = {
        type: 'dossier.submit',
        dossier,
        bodyHash: bodyHash(dossier),
        policy,
        submittedAt,
        appointment: appointmentOf(dossier, policy, submittedAt),
        ...(simulatedApplicant ? { simulatedApplicant: true } : {}),
        ...(traceparent === undefined ? {} : { traceparent }),
        ...(submittedBy === undefined ? {} : { submittedBy }),
      };
      const submission = await this.submissions[durability](submissionId(key, submittedBy), command);
      if (submission) return submission;
    } catch (error) {
      if (error instanceof IdempotencyKeyReused) throw new Problem({ code: 'idempotency-key-reused' });
      throw error;
    }
    throw new Error('a submission left no state');
  }
}

/** Nothing new begins on a day whose holidays nobody knows: its limits could not be kept. */
function outsideCalendar({ submittedAt }: Dossier): Problem {
  const { from, to } = vietnamCalendar.covered;
  if (submittedAt !== undefined)
    return Problem.validation([{ pointer: '/submittedAt', code: 'outside-calendar', params: { from, to } }]);
  return new Problem({ code: 'calendar-year-missing', extensions: { calendar: { from, to } } });
}
