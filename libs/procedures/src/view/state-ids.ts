import { type StateValue } from 'xstate';

/** Ids (`branches.residency.requested`) of the states that a state value says are active, parents first. */
export function stateIds(value: StateValue, parent?: string): readonly string[] {
  const under = (key: string): string => (parent === undefined ? key : `${parent}.${key}`);
  if (typeof value === 'string') return [under(value)];
  return Object.entries(value).flatMap(([key, inner]) => [
    under(key),
    ...(inner === undefined ? [] : stateIds(inner, under(key))),
  ]);
}
