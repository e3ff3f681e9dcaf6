import { type EngineTracing, RunTrace } from './run-trace';

/** Names each context by its way: `<parent>/<name>`. */
function recorder(): { readonly tracing: EngineTracing; readonly ended: string[] } {
  const ended: string[] = [];
  const begin: EngineTracing['begin'] = (_service, name, parent = 'root') => {
    const traceparent = `${parent}/${name}`;
    return {
      traceparent,
      end: (failure) => ended.push(failure ? `${traceparent}: ${failure}` : traceparent),
    };
  };
  return { tracing: { begin }, ended };
}

describe('RunTrace', () => {
  it('hands the context on as it came where nobody traces, and keeps nothing', () => {
    const trace = new RunTrace(undefined, 'residency', undefined);
    expect(trace.begin('work.requested', 'caller')).toBe('caller');
    expect(trace.begin('timer ready', undefined)).toBeUndefined();
    expect(trace.kept).toBeUndefined();
  });

  it('puts a span between what comes in and what goes out', () => {
    const { tracing, ended } = recorder();
    const trace = new RunTrace(tracing, 'residency', undefined);
    expect(trace.begin('work.requested', 'caller')).toBe('caller/work.requested');
    trace.end();
    expect(ended).toEqual(['caller/work.requested']);
  });

  it('lets a timer go on with the trace of what the aggregate did last, also in a later step', () => {
    const { tracing } = recorder();
    const first = new RunTrace(tracing, 'residency', undefined);
    first.begin('work.requested', 'caller');
    const later = new RunTrace(tracing, 'residency', first.kept);
    expect(later.begin('timer ready', undefined)).toBe('caller/work.requested/timer ready');
  });

  it('ends the span of what failed with the reason', () => {
    const { tracing, ended } = recorder();
    const trace = new RunTrace(tracing, 'residency', undefined);
    trace.begin('one', undefined);
    trace.begin('two', undefined);
    trace.fail(new Error('cannot decide'));
    trace.end();
    expect(ended).toEqual(['root/one/two: cannot decide', 'root/one']);
  });
});
