import { oneOf, patched } from './use-url-state';

describe('patched', () => {
  it('changes what is named and keeps the rest', () => {
    const query = new URLSearchParams('agency=residency&status=working&item=1');
    expect(patched(query, { status: 'decided', item: undefined, office: '' }).toString()).toBe(
      'agency=residency&status=decided',
    );
    expect(query.get('item')).toBe('1');
  });
});

describe('oneOf', () => {
  it('takes what is allowed and nothing else', () => {
    expect(oneOf(['day', 'week'], 'week')).toBe('week');
    expect(oneOf(['day', 'week'], 'year')).toBeUndefined();
    expect(oneOf(['day', 'week'], null)).toBeUndefined();
  });
});
