/** An error on its way between threads, which would strip it of its code. */
export interface ThreadError {
  readonly message: string;
  readonly code: string | undefined;
}

export function described(error: unknown): ThreadError {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return {
    message: error instanceof Error ? error.message : String(error),
    code: typeof code === 'string' ? code : undefined,
  };
}

export function revived({ message, code }: ThreadError): Error {
  return Object.assign(new Error(message), { code });
}
