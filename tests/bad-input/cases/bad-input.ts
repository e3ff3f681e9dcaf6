import { birthWith, deathWith } from '../bodies';

/** One bad request and the exact answer to it. */
export interface BadInput {
  readonly name: string;
  readonly method?: string;
  /** Default: `/v1/dossiers`. */
  readonly path?: string;
  readonly body?: string | Buffer;
  /** Over `Idempotency-Key: <name>` and `Content-Type: application/json`; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Sent in two chunks without a length. */
  readonly chunked?: boolean;
  /** Bytes for the socket as they are, instead of all the above. */
  readonly raw?: string;
  readonly status: number;
  readonly code: string;
  /** Every field error as `<pointer> <code>`, in any order. */
  readonly errors?: readonly string[];
}

/** A batch and what each of its lines gets: `<line> <status> <code>`, the code left out for 202. */
export interface BadBatch {
  readonly name: string;
  readonly body: string | Buffer;
  readonly results: readonly string[];
}

export const TEXT_LIMIT = 64 * 1024;
export const surrogate = '\\ud83d';

export const invalid = (name: string, body: string, ...errors: readonly string[]): BadInput => ({
  name,
  body,
  status: 400,
  code: 'validation-failed',
  errors,
});
export const refused = (name: string, status: number, code: string, rest: Partial<BadInput>): BadInput => ({
  name,
  status,
  code,
  ...rest,
});
export const birth = (
  name: string,
  changes: Parameters<typeof birthWith>[0],
  ...errors: readonly string[]
): BadInput => invalid(name, birthWith(changes), ...errors);
export const death = (
  name: string,
  changes: Parameters<typeof deathWith>[0],
  ...errors: readonly string[]
): BadInput => invalid(name, deathWith(changes), ...errors);
export const get = (path: string, ...errors: readonly string[]): BadInput => ({
  name: `GET ${path}`,
  method: 'GET',
  path,
  status: 400,
  code: 'validation-failed',
  errors,
});
