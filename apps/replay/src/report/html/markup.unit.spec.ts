import { html, Markup } from './markup';

describe('html', () => {
  it('escapes what is not markup, in text and in attributes', () => {
    const hostile = `"><script>alert('1')</script>&`;
    expect(html`<a title="${hostile}">${hostile}</a>`.text).toBe(
      '<a title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</a>',
    );
  });

  it('takes markup as it is, joins lists and leaves out what is undefined', () => {
    expect(html`${html`<b>${1}</b>`}${[new Markup('<i></i>'), '<', undefined]}${undefined}`.text).toBe(
      '<b>1</b><i></i>&lt;',
    );
  });
});
