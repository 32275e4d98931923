import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlAttributes, type HtmlToken, htmlTokens } from './htmlTokens';

const textOf = (html: string) => (token: HtmlToken) => html.slice(token.start, token.end);
const pieces = (html: string) => Array.from(htmlTokens(html), textOf(html));
const kinds = (html: string) => Array.from(htmlTokens(html), ({ kind }) => kind).join(' ');

describe('HTML in pieces', () => {
  it.each([
    ['1 < 2<b>3</b>', ['1 < 2', '<b>', '3', '</b>']],
    ['<p title="a > b" x=\'>\'>c', ['<p title="a > b" x=\'>\'>', 'c']],
    ['<p title=“a > b”>', ['<p title=“a >', ' b”>']],
    ['<!--[if a]><!--> b <!--<![endif]-->', ['<!--[if a]><!-->', ' b ', '<!--<![endif]-->']],
    ['<![if a]>b<![endif]-->c', ['<![if a]>', 'b', '<![endif]-->', 'c']],
    ['<!-->a<!--->b<!--c--!>d', ['<!-->', 'a', '<!--->', 'b', '<!--c--!>', 'd']],
    ['<![CDATA[ a > b ]]>', ['<![CDATA[ a >', ' b ]]>']],
    ['<?a b="?>"?>c</ d>e</>', ['<?a b="?>', '"?>c', '</ d>', 'e', '</>']],
    ['<STYLE>a</styles></style >b', ['<STYLE>', 'a</styles>', '</style >', 'b']],
    ['<textarea><!--</textarea>-->', ['<textarea>', '<!--', '</textarea>', '-->']],
    ['<script><!-- a </script>b', ['<script>', '<!-- a ', '</script>', 'b']],
  ])('is read as browsers do: %s', (html, expected) => {
    expect(pieces(html)).toEqual(expected);
    expect(kinds(html)).not.toContain('rest');
  });

  it.each([
    ['a<!-- b>c', 'text rest'],
    ['a<b c="d>e', 'text rest'],
    ['a<b', 'text rest'],
    ['<noscript><b>', 'rest'],
    ['<script><!--<script></script>--></script>', 'tag rest'],
    ['<svg><title>a</title><style><b></style>', 'tag tag raw tag tag rest'],
    ['<math><![CDATA[<b>]]>', 'tag rest'],
  ])('ends where its reading would be a guess: %s', (html, expected) => {
    expect(kinds(html)).toBe(expected);
  });

  it('has its attributes where they stand', () => {
    const html = `<p/a = "1"B='2'c=3/ d =e="f">`;
    const [tag] = htmlTokens(html);
    const found = tag ? htmlAttributes(html, tag) : [];
    expect(found.map(({ name, valueStart, end }) => [name, html.slice(valueStart, end)])).toEqual([
      ['a', '"1"'],
      ['b', "'2'"],
      ['c', '3/'],
      ['d', 'e="f"'],
    ]);
    expect(html.slice(found[0]?.start)).toMatch(/^a = /);
  });

  it('is the text again once the pieces are put together', () => {
    const piece = fc.constantFrom(
      ...`< > / = " ' ! ? - <!-- --> <p <İ </p> <style> </style> <svg> a &`.split(' '),
      ' ',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((all) => all.join('')),
        (html) => {
          expect(pieces(html).join('')).toBe(html);
        },
      ),
    );
  });
});
