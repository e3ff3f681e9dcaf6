/**
 * The headers of every page that is served to people, the console and the API's document.
 * @param issuer the identity provider's URL, where people sign in there
 */
export function pageHeaders(issuer?: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(issuer),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
  };
}

/**
 * What a page may load and whom it may ask: only this origin, and the identity provider where people sign in there.
 * Styles may stand in the document, because the component library writes them there; scripts may not.
 */
function contentSecurityPolicy(issuer?: string): string {
  const provider = issuer === undefined ? '' : ` ${new URL(issuer).origin}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    `connect-src 'self'${provider}`,
    ...(provider === '' ? [] : [`frame-src${provider}`]),
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
