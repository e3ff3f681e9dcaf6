import { type AgencyId } from '../agencies';
import { type Instant } from './instant';

/** What a caller may do in the console; the page shows only what is allowed, the server refuses the rest. */
export const PERMISSIONS = [
  'read-cases',
  'read-indicators',
  'read-system',
  'read-audit',
  'reveal-personal-data',
  'act-on-cases',
  'act-on-incidents',
  'run-batches',
  'decide-work',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** `GET /v1/operations/sign-in`, open to all: how a person signs in here. */
export interface SignInView {
  readonly auth: 'off' | 'api-key' | 'oidc';
  readonly oidc?: { readonly issuer: string; readonly clientId: string; readonly scope: string };
}

/** `GET /v1/operations/session`: who calls, what they may do, and which time it is. */
export interface SessionView {
  readonly principal: {
    readonly id: string;
    readonly roles: readonly string[];
    readonly agency?: AgencyId;
    readonly offices?: readonly string[];
  };
  readonly permissions: readonly Permission[];
  /** Which roles have each permission: to tell who may what the caller may not. */
  readonly holders: Readonly<Record<Permission, readonly string[]>>;
  readonly clock: ClockView;
  readonly agencyMode: 'auto' | 'manual';
  readonly version: string;
}

/** The simulation's clock: what it shows now, and how many simulated ms pass in a real one (0: it stands). */
export interface ClockView {
  readonly kind: 'system' | 'scaled' | 'virtual';
  readonly now: Instant;
  readonly speed: number;
}
