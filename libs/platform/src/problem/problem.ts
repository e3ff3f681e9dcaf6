import { HttpException } from '@nestjs/common';
import { type Bilingual } from './language';
import { type FieldErrorCode } from './field-error.catalogue';
import { problemEntry, type ProblemCode } from './problem.catalogue';

/** What is wrong with one field. The message is filled in from the catalogue, and never holds the field's value. */
export interface FieldError {
  /** JSON pointer (RFC 6901) into the body; `/query/<name>` and `/header/<name>` for what is not in a body. */
  readonly pointer: string;
  readonly code: FieldErrorCode | (string & {});
  /** Limits that the message names, e.g. `{ max: 255 }`. Never the value. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Only for codes that are not in the catalogue. */
  readonly message?: string | Bilingual;
}

export interface ProblemInit {
  readonly code: ProblemCode | (string & {});
  /** Needed for a code that the catalogue does not know; else its status is the default. */
  readonly status?: number;
  /** What happened here, for people. No personal data: it is sent, and may be logged by the other side. */
  readonly detail?: string | Bilingual;
  readonly title?: Bilingual;
  readonly errors?: readonly FieldError[];
  /** More members of the answer, e.g. `allowedActions`. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error that the caller is told, as `application/problem+json` (RFC 9457). Thrown anywhere below a controller. */
export class Problem extends HttpException {
  readonly code: string;

  constructor(readonly init: ProblemInit) {
    super(init.code, init.status ?? problemEntry(init.code)?.status ?? 500);
    this.code = init.code;
    this.name = 'Problem';
  }

  get headers(): Readonly<Record<string, string>> {
    return this.init.headers ?? {};
  }

  /** Several wrong fields as one answer. */
  static validation(errors: readonly FieldError[]): Problem {
    return new Problem({ code: 'validation-failed', errors });
  }
}
