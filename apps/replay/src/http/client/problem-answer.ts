import { type GatewayAnswer } from './gateway-client';

/** What a problem (RFC 9457) says to programs. */
export interface ProblemAnswer {
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

/** The JSON object an answer holds; undefined when it holds none. */
export function jsonOf({ text }: GatewayAnswer): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Reads the problem of an answer; one that is none has the code `no-problem-json`. */
export function problemOf(answer: GatewayAnswer): ProblemAnswer {
  const { code, errors } = jsonOf(answer) ?? {};
  return {
    code: typeof code === 'string' ? code : 'no-problem-json',
    errors: (Array.isArray(errors) ? errors : []).filter(isRecord).map((error) => ({
      pointer: typeof error['pointer'] === 'string' ? error['pointer'] : '',
      code: typeof error['code'] === 'string' ? error['code'] : 'unknown',
    })),
  };
}

const ERRORS_SHOWN = 3;

/** One line for people: status, code and the first places that are wrong. Holds nothing that was sent. */
export function problemLine(answer: GatewayAnswer): string {
  const { code, errors } = problemOf(answer);
  const places = errors.slice(0, ERRORS_SHOWN).map((error) => `${error.pointer} ${error.code}`.trim());
  const more = errors.length > ERRORS_SHOWN ? [`${errors.length - ERRORS_SHOWN} more`] : [];
  const list = [...places, ...more].join(', ');
  return `${answer.status} ${code}${list ? ` (${list})` : ''}`;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
