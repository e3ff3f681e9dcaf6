import i18n from 'i18next';
import { ApiProblem } from '../api/problem';

/** What the API refused, in words that say what to do: the fields it names, and what is possible instead. */
export function problemWords(error: unknown): Error {
  if (!(error instanceof ApiProblem)) return error instanceof Error ? error : new Error(String(error));
  if (error.code === 'unreachable') return new Error(i18n.t('common:operation.unreachable'));
  const fields = listOf(error.body['errors'], isFieldError).map(
    ({ pointer, message }) => `${pointer.replace(/^\/data\//, '')}: ${message}`,
  );
  return new Error(
    [error.detail, ...fields, ...possibleInstead(error.body['allowedActions'])].map(withStop).join(' '),
  );
}

function possibleInstead(allowed: unknown): readonly string[] {
  if (!Array.isArray(allowed)) return [];
  if (allowed.length === 0) return [i18n.t('common:operation.nothing')];
  const actions = listOf(allowed, isText).map((action) =>
    i18n.t(`common:operation.name.${action}`, { defaultValue: action }),
  );
  return [i18n.t('common:operation.allowed', { actions: actions.join(', ') })];
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
