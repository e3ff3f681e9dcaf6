/** Optional: says when the system takes no more dossiers for now. Also the injection token. */
export abstract class Backpressure {
  abstract admit(): { readonly ok: true } | { readonly ok: false; readonly retryAfterSeconds: number };
}
