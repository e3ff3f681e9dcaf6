import { Problem, type FieldError } from '@lienthong/platform';
import { type Outcome } from './operation';

const FIRST_OF_OWN_FAULTS = 500;

/** What a refusal leaves on record; undefined for what is nobody's fault and may go through later. */
export function outcomeOf(error: unknown): Outcome | undefined {
  if (!(error instanceof Problem)) return isAway(error) ? undefined : failed('internal-error');
  if (!isRefusal(error)) return undefined;
  const status = error.getStatus();
  const { extensions = {}, errors } = error.init;
  return {
    ...failed(error.code),
    refusal: {
      status,
      extensions,
      ...(errors && { errors: errors.map(withoutText) }),
    },
  };
}

/** Whether the caller is refused, and not kept waiting by somebody who is away. */
export function isRefusal(error: unknown): error is Problem {
  return error instanceof Problem && error.getStatus() < FIRST_OF_OWN_FAULTS;
}

export function failed(code: string, detail?: string): Outcome & { readonly ok: false } {
  return {
    ok: false,
    after: { error: code },
    error: { code, ...(detail !== undefined && { detail }) },
  };
}

/** The refusal again, as the caller was told it first. */
export function problemOf(
  { error, refusal }: Outcome & { readonly ok: false },
  operation: string,
): Problem | undefined {
  return (
    refusal &&
    new Problem({
      code: error.code,
      status: refusal.status,
      extensions: { ...refusal.extensions, operation },
      ...(refusal.errors && { errors: refusal.errors as readonly FieldError[] }),
    })
  );
}

function withoutText({ pointer, code, params }: FieldError): FieldError {
  return { pointer, code, ...(params && { params }) };
}

function isAway(error: unknown): boolean {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return code === 'store-unavailable' || code === 'kafka-transient';
}
