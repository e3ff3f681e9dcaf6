import { Injectable, Logger } from '@nestjs/common';
import { type Language } from '@lienthong/contracts';
import { parseStrictJson, Problem, problemBody, type ProblemBody } from '@lienthong/platform';
import { AdmissionService } from '../intake/admission.service';
import { IntakeService, type SubmitOptions } from '../intake/intake.service';
import { locationOf, receiptOf, type Receipt } from '../intake/receipt';
import { inOrder } from './in-order';
import { ndjsonLines, type NdjsonLine } from './ndjson-lines';

/** What became of one line: `status` is the HTTP status that the dossier alone would have got. */
export type BatchResult =
  | ({
      readonly line: number;
      readonly idempotencyKey: string;
      readonly status: 202;
      readonly location: string;
    } & Omit<Receipt, 'status'>)
  | {
      readonly line: number;
      readonly idempotencyKey?: string;
      readonly status: number;
      readonly code: string;
      readonly problem: ProblemBody;
    };

const IN_FLIGHT = 256;

/** Submits dossiers line by line, as fast as they are taken; one bad line spoils no other. */
@Injectable()
export class BatchService {
  private readonly logger = new Logger('Batch');

  constructor(
    private readonly intake: IntakeService,
    private readonly admission: AdmissionService,
  ) {}

  /** Results in the order of the lines, each as one NDJSON line. */
  async *submitAll(
    stream: AsyncIterable<Buffer>,
    language: Language,
    options: SubmitOptions,
  ): AsyncGenerator<string> {
    for await (const result of inOrder(this.admitted(stream), IN_FLIGHT, (line) =>
      this.submit(line, language, options),
    )) {
      yield `${JSON.stringify(result)}\n`;
    }
  }

  private async *admitted(
    stream: AsyncIterable<Buffer>,
  ): AsyncGenerator<NdjsonLine & { readonly refused?: Problem }> {
    let last = 0;
    try {
      for await (const line of ndjsonLines(stream)) {
        last = line.number;
        const refused = await this.admission.admitPatiently().catch((problem: Problem) => problem);
        yield refused ? { ...line, refused } : line;
      }
    } catch (error) {
      // What is wrong with the stream itself is told in the place of its next line, after all that came before.
      if (!(error instanceof Problem)) throw error;
      yield { number: last + 1, bytes: undefined, refused: error };
    }
  }

  private async submit(
    { number, bytes, refused }: NdjsonLine & { readonly refused?: Problem },
    language: Language,
    options: SubmitOptions,
  ): Promise<BatchResult> {
    let key: string | undefined;
    try {
      if (refused) throw refused;
      if (!bytes) throw new Problem({ code: 'body-too-large' });
      const { idempotencyKey, dossier } = split(parseStrictJson(bytes));
      if (typeof idempotencyKey === 'string') key = idempotencyKey.slice(0, 255);
      const submission = await this.intake.submit(idempotencyKey, dossier, options);
      const { status: _status, ...receipt } = receiptOf(submission);
      return {
        line: number,
        idempotencyKey: key ?? '',
        status: 202,
        ...receipt,
        location: locationOf(submission),
      };
    } catch (error) {
      const problem = problemBody(this.problemOf(error), { language });
      return {
        line: number,
        ...(key === undefined ? {} : { idempotencyKey: key }),
        status: problem.status,
        code: problem.code,
        problem,
      };
    }
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof Problem) return error;
    this.logger.error(`a line of a batch failed: ${error instanceof Error ? error.name : typeof error}`);
    return new Problem({ code: 'internal-error' });
  }
}

/** Takes the key out of a line: what is left is the dossier. */
function split(line: unknown): { readonly idempotencyKey: unknown; readonly dossier: unknown } {
  if (typeof line !== 'object' || line === null || Array.isArray(line)) {
    throw Problem.validation([{ pointer: '', code: 'not-an-object' }]);
  }
  const { idempotencyKey, ...dossier } = line as Readonly<Record<string, unknown>>;
  return { idempotencyKey, dossier };
}
