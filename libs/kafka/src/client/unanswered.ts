/** Of Kafka's requests: SaslHandshake, ApiVersions, SaslAuthenticate. They come first, and one at a time. */
const SIGN_IN: ReadonlySet<number> = new Set([17, 18, 36]);
const API_KEY_AT = 4;
const LENGTH_BYTES = 4;

/** How many requests of a connection wait for their answer. Each request and each answer has its length before it. */
export class Unanswered {
  /** Whether the last request belongs to the greeting or the sign-in. */
  signIn = false;
  private asked = 0;
  private answered = 0;
  /** The first bytes of an answer's length, while the others are on their way. */
  private start = Buffer.alloc(0);
  /** Bytes of the present answer that are still to come. */
  private rest = 0;

  get count(): number {
    return this.asked - this.answered;
  }

  /** @param request as it is written, whole */
  ask(request: Buffer): void {
    this.asked++;
    this.signIn = request.length >= API_KEY_AT + 2 && SIGN_IN.has(request.readInt16BE(API_KEY_AT));
  }

  /** @param chunk what the connection brings next */
  take(chunk: Buffer): void {
    for (let at = 0; at < chunk.length;) {
      if (this.rest > 0) {
        const taken = Math.min(this.rest, chunk.length - at);
        at += taken;
        this.rest -= taken;
        if (this.rest === 0) this.answered++;
        continue;
      }
      const missing = LENGTH_BYTES - this.start.length;
      this.start = Buffer.concat([this.start, chunk.subarray(at, at + missing)]);
      at += missing;
      if (this.start.length < LENGTH_BYTES) return;
      this.rest = Math.max(0, this.start.readInt32BE());
      this.start = Buffer.alloc(0);
      if (this.rest === 0) this.answered++;
    }
  }
}
