import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanWordMarkup, hasWordMarkup } from './wordMarkup';

describe('what Word leaves behind', () => {
  it.each([
    ['<p class="MsoNormal">One<o:p></o:p></p>', '<p>One</p>'],
    ['<p class=MsoListParagraph lang="en">One</p>', '<p lang="en">One</p>'],
    ["<p class='MsoNormal other'>One</p>", '<p>One</p>'],
    ['<p style="mso-margin-top-alt:auto;color:red; mso-x:y">One</p>', '<p style="color:red">One</p>'],
    ["<p style='mso-bidi-font-weight:normal'>One</p>", '<p>One</p>'],
    ['a<!--[if gte mso 9]><xml><w:x>1</w:x></xml><![endif]-->b<!--[if x]>c', 'ab<!--[if x]>c'],
    ['<!-- StartFragment --><b>One</b><!--EndFragment-->', '<b>One</b>'],
    [
      '<p class=“MsoNormal”>“One”</p><a href=“https://a.example/”>‘Two’</a>',
      '<p>“One”</p><a href="https://a.example/">‘Two’</a>',
    ],
  ])('goes, and nothing else does: %s', (html, cleaned) => {
    expect(cleanWordMarkup(html)).toBe(cleaned);
  });

  it('is told from other HTML', () => {
    expect(hasWordMarkup('<p class="MsoNormal">One</p>')).toBe(true);
    expect(hasWordMarkup('<p>One<o:p></o:p></p>')).toBe(true);
    expect(hasWordMarkup('<p style="mso-x:y">One</p>')).toBe(true);
    expect(hasWordMarkup('<p class="lead">Mso and so on: “One” &lt;o:p&gt;</p>')).toBe(false);
  });

  it('leaves every text without traces of Word as it is, but for quotes that are none', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<b class="x" style="color:red">',
      'text ',
      '“q”',
      '<',
      '>',
      '"',
      '&nbsp;',
      '<!--c-->',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (html) => {
          fc.pre(!hasWordMarkup(html) && !/=\s*[“‘]/.test(html));
          expect(cleanWordMarkup(html)).toBe(html);
        },
      ),
    );
  });

  it('is cut out in linear time, whatever the text', () => {
    for (const piece of ['<!--[if ', '<a "', '<p style="', '<o:', '<a =“']) {
      const text = piece.repeat(400_000);
      expect(cleanWordMarkup(text).length).toBeLessThanOrEqual(text.length);
    }
  });
});
