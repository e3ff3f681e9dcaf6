import { type Span, SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, NodeTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { contextOf, toTraceparent } from './trace-context';

/** One span as those see it who work under it. */
export interface WorkSpan {
  /** W3C trace context for whatever follows from this. */
  readonly traceparent: string;
  setAttribute(name: string, value: string | number): void;
  /** @param failure what went wrong, in words that hold no personal data */
  end(failure?: string): void;
}

/**
 * OpenTelemetry spans of one process, sent to a collector by OTLP over HTTP. Names and attributes hold types and
 * dossier numbers, never personal data. A collector that is away costs spans, nothing else.
 */
export class Tracing {
  private readonly provider: NodeTracerProvider;
  private readonly tracer: Tracer;

  constructor(service: string, processor: SpanProcessor) {
    this.provider = new NodeTracerProvider({
      resource: resourceFromAttributes({ 'service.name': service, 'service.namespace': 'lienthong' }),
      spanProcessors: [processor],
    });
    this.tracer = this.provider.getTracer('lienthong');
  }

  /** Tracing to the collector of the settings; none where no collector is set. */
  static to(endpoint: string | undefined, service: string): Tracing | undefined {
    if (endpoint === undefined) return undefined;
    const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
    return new Tracing(service, new BatchSpanProcessor(new OTLPTraceExporter({ url })));
  }

  /** A request that came in. */
  request(name: string, parent: string | undefined): WorkSpan {
    return this.begin(name, SpanKind.SERVER, parent);
  }

  /** A message, a timer or a direct call that an engine works. */
  work(name: string, parent: string | undefined): WorkSpan {
    return this.begin(name, SpanKind.CONSUMER, parent);
  }

  /** Sends what is left. */
  close(): Promise<void> {
    return this.provider.shutdown();
  }

  private begin(name: string, kind: SpanKind, parent: string | undefined): WorkSpan {
    return new OpenSpan(this.tracer.startSpan(name, { kind }, contextOf(parent)));
  }
}

class OpenSpan implements WorkSpan {
  readonly traceparent: string;

  constructor(private readonly span: Span) {
    this.traceparent = toTraceparent(span);
  }

  setAttribute(name: string, value: string | number): void {
    this.span.setAttribute(name, value);
  }

  end(failure?: string): void {
    if (failure !== undefined) this.span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
    this.span.end();
  }
}
