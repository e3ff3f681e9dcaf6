import { SpanStatusCode } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { Tracing } from './tracing';

const CALLER = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

describe('Tracing', () => {
  const exporter = new InMemorySpanExporter();
  let tracing: Tracing;

  beforeEach(() => {
    exporter.reset();
    tracing = new Tracing('orchestrator', new SimpleSpanProcessor(exporter));
  });

  it("joins the caller's trace, and what follows joins the span", () => {
    const request = tracing.request('POST /v1/dossiers', CALLER);
    const work = tracing.work('vn.lienthong.dossier.submitted.v1', request.traceparent);
    work.end();
    request.setAttribute('http.response.status_code', 202);
    request.end();
    const [child, parent] = exporter.getFinishedSpans();
    expect(parent?.spanContext().traceId).toBe('0af7651916cd43dd8448eb211c80319c');
    expect(parent?.parentSpanContext?.spanId).toBe('b7ad6b7169203331');
    expect(child?.parentSpanContext?.spanId).toBe(parent?.spanContext().spanId);
    expect(work.traceparent).toBe(`00-0af7651916cd43dd8448eb211c80319c-${child?.spanContext().spanId}-01`);
    expect(parent?.attributes).toEqual({ 'http.response.status_code': 202 });
    expect(parent?.resource.attributes['service.name']).toBe('orchestrator');
  });

  it('begins a trace of its own where none came in, or a malformed one', () => {
    for (const parent of [undefined, '', '00-short-b7ad6b7169203331-01']) tracing.work('timer', parent).end();
    const traces = exporter.getFinishedSpans();
    expect(traces.map(({ parentSpanContext }) => parentSpanContext)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(new Set(traces.map((span) => span.spanContext().traceId)).size).toBe(3);
  });

  it('marks what failed', () => {
    tracing.work('work', CALLER).end('cannot add 2');
    expect(exporter.getFinishedSpans()[0]?.status).toEqual({
      code: SpanStatusCode.ERROR,
      message: 'cannot add 2',
    });
  });

  it('is off where no collector is set', () => {
    expect(Tracing.to(undefined, 'gateway')).toBeUndefined();
  });
});
