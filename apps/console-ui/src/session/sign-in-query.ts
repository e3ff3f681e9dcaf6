import { queryOptions } from '@tanstack/react-query';
import { type SignInView } from '@lienthong/contracts';
import { get } from '../api/client';

/** How a person signs in here. */
export const signInQuery = queryOptions({
  queryKey: ['static', 'sign-in'],
  queryFn: ({ signal }) => get<SignInView>('/v1/operations/sign-in', {}, signal),
  staleTime: Infinity,
});

export type OidcSettings = NonNullable<SignInView['oidc']>;
