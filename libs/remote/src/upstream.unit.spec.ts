import { Upstream } from './upstream';

describe('Upstream', () => {
  let now = 0;
  const upstream = (...urls: string[]): Upstream => new Upstream('residency', urls, () => now);
  const take = (one: Upstream, count: number): string[] => Array.from({ length: count }, () => one.next());

  beforeEach(() => (now = 0));

  it('takes the replicas in turn', () => {
    expect(take(upstream('a', 'b'), 4)).toEqual(['a', 'b', 'a', 'b']);
  });

  it('passes over a replica that did not answer, for a while', () => {
    const one = upstream('a', 'b');
    one.failed('a');
    expect(new Set(take(one, 4))).toEqual(new Set(['b']));
    now = 2_000;
    expect(new Set(take(one, 4))).toEqual(new Set(['a', 'b']));
  });

  it('tries them all again when none has answered', () => {
    const one = upstream('a', 'b');
    one.failed('a');
    one.failed('b');
    expect(new Set(take(one, 4))).toEqual(new Set(['a', 'b']));
  });

  it('names the service that does not answer', () => {
    const problem = upstream('a').unavailable();
    expect(problem).toMatchObject({ code: 'service-unavailable' });
  });
});
