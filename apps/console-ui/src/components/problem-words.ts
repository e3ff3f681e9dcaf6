import i18n from 'i18next';
import { ApiProblem } from '../api/problem';

/**
 * What the API refused, in words that say what to do: the fields it names, and what is possible instead.
 * @param actionName how an action of a case is called on screen
 */
export function problemWords(error: unknown, actionName: (action: string) => string): Error {
  if (!(error instanceof ApiProblem)) return error instanceof Error ? error : new Error(String(error));
  if (error.code === 'unreachable') return new Error(i18n.t('case:actions.unreachable'));
  const fields = listOf(error.body['errors'], isFieldError).map(
    ({ pointer, message }) => `${pointer.replace(/^\/data\//, '')}: ${message}`,
  );
  const allowed = error.body['allowedActions'];
  const possible = Array.isArray(allowed)
    ? [i18n.t('case:actions.allowed', { actions: listOf(allowed, isText).map(actionName).join(', ') })]
    : [];
  const nothing = Array.isArray(allowed) && allowed.length === 0 ? [i18n.t('case:actions.none')] : possible;
  return new Error([error.detail, ...fields, ...nothing].map(withStop).join(' '));
}

interface FieldError {
  readonly pointer: string;
  readonly message: string;
}

function listOf<T>(value: unknown, is: (item: unknown) => item is T): readonly T[] {
  return Array.isArray(value) ? value.filter(is) : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isFieldError(value: unknown): value is FieldError {
  return typeof value === 'object' && value !== null && 'pointer' in value && 'message' in value;
}

function withStop(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
