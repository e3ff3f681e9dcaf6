import { type QueryClient } from '@tanstack/react-query';

/** Drops everything that was loaded for the person before; what is the same for everybody may stay. */
export function forgetPerson(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'static' });
}
