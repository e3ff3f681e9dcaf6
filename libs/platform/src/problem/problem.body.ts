import { type Language } from '@lienthong/contracts';
import { type Bilingual } from './language';
import { fieldErrorText } from './field-error.catalogue';
import { codeOfStatus, problemEntry } from './problem.catalogue';
import { type FieldError, type Problem } from './problem';

/** The answer as RFC 9457 has it. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly code: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
  readonly traceId?: string;
  readonly [extension: string]: unknown;
}

/** A body of 64 KiB can hold thousands of wrong fields; a reader needs the first ones. */
const MAX_ERRORS = 100;

export interface ProblemContext {
  readonly language: Language;
  /** The path that was asked for, without its query. */
  readonly instance?: string;
  readonly traceId?: string;
}

/** Writes a problem in the caller's language. */
export function problemBody(problem: Problem, { language, instance, traceId }: ProblemContext): ProblemBody {
  const { code, detail, errors, extensions, title } = problem.init;
  const status = problem.getStatus();
  const entry = problemEntry(code) ?? problemEntry(codeOfStatus(status));
  const said = detail ?? entry?.detail;
  return {
    type: `/problems/${code}`,
    title: (title ?? entry?.title)?.[language] ?? code,
    status,
    ...(said === undefined ? {} : { detail: textIn(said, language) }),
    ...(instance === undefined ? {} : { instance }),
    code,
    ...(errors === undefined
      ? {}
      : { errors: errors.slice(0, MAX_ERRORS).map((error) => errorBody(error, language)) }),
    ...(errors !== undefined && errors.length > MAX_ERRORS ? { moreErrors: errors.length - MAX_ERRORS } : {}),
    ...extensions,
    ...(traceId === undefined ? {} : { traceId }),
  };
}

function errorBody(
  error: FieldError,
  language: Language,
): { pointer: string; code: string; message: string } {
  const text = error.message ?? fieldErrorText(error.code) ?? error.code;
  return { pointer: error.pointer, code: error.code, message: fill(textIn(text, language), error.params) };
}

function textIn(text: string | Bilingual, language: Language): string {
  return typeof text === 'string' ? text : text[language];
}

function fill(pattern: string, params: FieldError['params']): string {
  if (!params) return pattern;
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
