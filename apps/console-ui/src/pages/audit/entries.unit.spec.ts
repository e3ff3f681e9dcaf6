import { changesOf, targetOf } from './entries';

describe('changesOf', () => {
  it('names what is different, nested values by dotted names', () => {
    const before = { status: 'in-progress', agency: 'residency', error: { code: 'x' } };
    const after = { status: 'stopped', agency: 'residency', attempts: 4 };
    expect(changesOf({ before, after })).toEqual([
      { name: 'attempts', after: '4' },
      { name: 'error.code', before: 'x' },
      { name: 'status', before: 'in-progress', after: 'stopped' },
    ]);
  });

  it('shows what was recorded where nothing is different', () => {
    expect(changesOf({ before: { status: 'stopped' }, after: { status: 'stopped' } })).toEqual([
      { name: 'status', before: 'stopped', after: 'stopped' },
    ]);
  });

  it('tells null and lists from what is missing', () => {
    expect(changesOf({ before: { a: null, b: [1, 2] } })).toEqual([
      { name: 'a', before: 'null' },
      { name: 'b', before: '[1,2]' },
    ]);
    expect(changesOf({})).toEqual([]);
  });
});

describe('targetOf', () => {
  it('leads to the case, also from an officer’s decision', () => {
    expect(targetOf({ action: 'case.stop', target: 'G22/1' })).toEqual({
      text: 'G22/1',
      to: '/cases/G22%2F1',
    });
    expect(targetOf({ action: 'work.decide', target: 'residency/G22-1' })).toEqual({
      text: 'G22-1',
      to: '/cases/G22-1',
    });
  });

  it('leads to the batch', () => {
    expect(targetOf({ action: 'batch.end', target: 'b1' }).to).toBe('/batches/b1');
  });

  it('leads nowhere where there is no page', () => {
    expect(targetOf({ action: 'incident.retry', target: 'abc' })).toEqual({ text: 'abc' });
  });
});
