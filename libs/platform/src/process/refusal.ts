/**
 * Whether an error refuses what was asked for and says all there is to say in its one line: what is wrong and what helps.
 * Such errors have an `exitCode` of 2, in whatever library they are. Anything else is a defect and shows its stack.
 */
export function isRefusal(error: unknown): error is Error {
  return error instanceof Error && (error as { readonly exitCode?: unknown }).exitCode === 2;
}
