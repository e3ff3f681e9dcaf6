import { type LinkedAgencyId } from './agencies';

/** What an officer may decide on a piece of work. */
export const DECISIONS = ['approve', 'request-supplement', 'verify', 'refuse'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What a simulated applicant does when a supplement is asked for. */
export const APPLICANT_MOVES = ['provide', 'ignore', 'withdraw'] as const;
export type ApplicantMove = (typeof APPLICANT_MOVES)[number];

/**
 * Scripts a dossier's way, for the sandbox: decisions per agency in order; after the last one, and for
 * agencies not named, `approve`. `applicant` is what the simulated applicant does, one move a supplement
 * request; without it nobody answers but the integrator.
 */
export type Simulation = { readonly [agency in LinkedAgencyId]?: readonly Decision[] } & {
  readonly applicant?: readonly ApplicantMove[];
};
