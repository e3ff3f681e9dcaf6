import { newKey } from './new-key';

/**
 * The `Idempotency-Key` of what a dialog sends. The same request keeps its key while nobody knows what became of it, so
 * that sending it again does nothing twice; changed, or after an answer, it is something new.
 */
export class RequestKeys {
  private pending: { readonly request: string; readonly key: string } | undefined;

  keyOf(path: string, body: object): string {
    const request = JSON.stringify([path, body]);
    if (this.pending?.request !== request) this.pending = { request, key: newKey() };
    return this.pending.key;
  }

  /** The server said what became of it. */
  answered(): void {
    this.pending = undefined;
  }
}
