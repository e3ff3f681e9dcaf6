/**
 * Real ms of silence after which a connection counts as dead: the server says something every 5 s. A server that hangs keeps
 * its connections open and says nothing, which nothing else shows.
 */
export const MOST_SILENT_MS = 12_000;

/** Calls back once when nothing was heard for so long; every sound begins it again. */
export class Watchdog {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly onSilence: () => void,
    private readonly mostSilentMs = MOST_SILENT_MS,
  ) {}

  readonly heard = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.onSilence, this.mostSilentMs);
  };

  stop(): void {
    clearTimeout(this.timer);
  }
}

/** The same response, with a word to `onSound` whenever bytes of it arrive: comments too, which no event tells of. */
export function listening(response: Response, onSound: () => void): Response {
  const ear = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      onSound();
      controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers, url } = response;
  const heard = new Response(response.body?.pipeThrough(ear) ?? null, { status, statusText, headers });
  // A response that was made has no address, and the reader of events wants one.
  Object.defineProperty(heard, 'url', { value: url });
  return heard;
}
