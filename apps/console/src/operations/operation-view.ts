import { type Language, type OperationView } from '@lienthong/contracts';
import { problemEntry, toVietnamIso } from '@lienthong/platform';
import { type FoundOperation } from './operation-runner';

/** An operation as HTTP shows it. */
export function operationView(operation: FoundOperation, language: Language): OperationView {
  const { id, action, target, actor, reason, at, outcome, closed, begunEntry = 0 } = operation;
  const error = outcome?.ok === false ? outcome.error : undefined;
  return {
    id,
    status: !closed ? 'in-progress' : outcome?.ok ? 'done' : 'failed',
    action,
    target,
    actor,
    reason,
    at: toVietnamIso(at),
    ...(error && {
      error: {
        code: error.code,
        detail: error.detail ?? problemEntry(error.code)?.title[language] ?? error.code,
      },
    }),
    audit: begunEntry,
  };
}
