/** Spans around what engines do (W3C trace context in and out). There is none where nobody traces. */
export interface EngineTracing {
  /** @param parent `traceparent` of the sender; unset: a trace of its own */
  begin(service: string, name: string, parent: string | undefined): EngineSpan;
}

export interface EngineSpan {
  /** What messages that follow from this carry. */
  readonly traceparent: string;
  end(failure?: string): void;
}

/** The spans of one aggregate during one step: they end when it is saved, or has to be done again. */
export class RunTrace {
  private readonly spans: EngineSpan[] = [];

  /** @param last the context of what the aggregate did last: timers go on with it */
  constructor(
    private readonly tracing: EngineTracing | undefined,
    private readonly service: string,
    private last: string | undefined,
  ) {}

  /** The context that outgoing messages carry: a span's own, or without tracing the one that came in. */
  begin(name: string, parent: string | undefined): string | undefined {
    if (!this.tracing) return parent;
    const span = this.tracing.begin(this.service, name, parent ?? this.last);
    this.spans.push(span);
    return (this.last = span.traceparent);
  }

  /** What is kept with the aggregate; nothing where nobody traces. */
  get kept(): string | undefined {
    return this.tracing && this.last;
  }

  fail(error: unknown): void {
    this.spans.pop()?.end(error instanceof Error ? error.message : 'failed');
  }

  end(): void {
    for (const span of this.spans) span.end();
  }
}
