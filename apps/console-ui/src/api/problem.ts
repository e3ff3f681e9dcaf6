/** What the API refused, as its `application/problem+json` says; code `unreachable` when there was no answer at all. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly traceId: string | undefined,
    readonly body: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
  }

  static async of(response: Response): Promise<ApiProblem> {
    const body = (await response.json().catch(() => ({}))) as Readonly<Record<string, unknown>>;
    const text = (name: string): string | undefined => {
      const value = body[name];
      return typeof value === 'string' ? value : undefined;
    };
    const detail = text('detail') ?? text('title') ?? response.statusText;
    return new ApiProblem(
      response.status,
      text('code') ?? `http-${response.status}`,
      detail,
      text('traceId'),
      body,
    );
  }
}

/** Whether the server refused for good: no answer, or a fault of its own, leaves open what became of the request. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ApiProblem && error.status >= 400 && error.status < 500;
}
