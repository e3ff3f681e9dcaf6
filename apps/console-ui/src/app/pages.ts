import { type Permission } from '@lienthong/contracts';

/** A page, or a kind of pages, of the console. */
export type PageName =
  'overview' | 'cases' | 'case' | 'incidents' | 'batches' | 'agencies' | 'indicators' | 'system' | 'audit';

/** What opens a page: any one of these. */
export const PAGE_NEEDS: Readonly<Record<PageName, readonly Permission[]>> = {
  overview: ['read-cases'],
  cases: ['read-cases'],
  // An officer reads the cases that it has on the desk.
  case: ['read-cases', 'decide-work'],
  incidents: ['read-cases'],
  batches: ['read-cases'],
  agencies: ['decide-work'],
  indicators: ['read-indicators'],
  system: ['read-system'],
  audit: ['read-audit'],
};

/** Whether somebody with these permissions may see a page. */
export function maySee(page: PageName, permissions: readonly Permission[]): boolean {
  return PAGE_NEEDS[page].some((needed) => permissions.includes(needed));
}
