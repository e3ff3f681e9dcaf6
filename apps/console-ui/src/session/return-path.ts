import { type Permission } from '@lienthong/contracts';

/** Where each permission is first of use, the most general first. */
const HOMES: readonly (readonly [Permission, string])[] = [
  ['read-cases', '/'],
  ['decide-work', '/agencies'],
  ['read-indicators', '/indicators'],
  ['read-audit', '/audit'],
  ['read-system', '/system'],
];

/** The page that a person starts on; undefined for somebody who has nothing to do in the console. */
export function homeOf(permissions: readonly Permission[]): string | undefined {
  return HOMES.find(([permission]) => permissions.includes(permission))?.[1];
}

/** Where to go on after sign-in: a place within the console, whatever an address or an identity provider handed on. */
export function returnPathOf(from: unknown): string {
  if (typeof from !== 'string' || !/^\/(?![/\\])/.test(from)) return '/';
  return /^\/sign-in(?![\w-])/.test(from) ? '/' : from;
}

/** The address of the sign-in page that leads back to `from`. */
export function signInPath(from: string): string {
  return from === '/' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(from)}`;
}
