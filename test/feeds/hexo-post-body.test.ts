import { expect, test } from 'vitest';
import { readPostBody } from '../../src/feeds/hexo-post/read-post-body.ts';

test('indented HTML that Markdown printed as code is HTML again; code stays code', () => {
  const post = (code: string): string => `<div><p>甲</p><pre><code>${code}</code></pre><p>乙</p></div>`;
  expect(readPostBody(post('  &lt;/div&gt;\n  &lt;p class=&quot;x&quot;&gt;丙&lt;/p&gt;\n'))).toBe(
    '<div><p>甲</p>  </div>\n  <p class="x">丙</p>\n<p>乙</p></div>',
  );
  expect(readPostBody(post('      &lt;p&gt;丙&lt;/p&gt;'))).toContain('      <p>丙</p>');
  for (const code of ['&lt;p&gt;这样写段落&lt;/p&gt;', 'if (a &lt; b) {}', '  &lt;li&gt;']) {
    expect(readPostBody(post(code))).toBe(post(code));
  }
});
