import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanWordMarkup, hasWordMarkup, leavesWordMarkup } from './wordMarkup';

/**
 * What a browser shows of HTML, letter by letter as the standard’s tokenizer goes. Written apart from the code under
 * test, and without the elements in which other rules hold.
 */
function shownText(html: string): string {
  const runs = [''];
  const show = (text: string) => runs.push((runs.pop() ?? '') + text);
  let at = 0;
  const readQuoted = (quote: string) => {
    while (at < html.length && html[at] !== quote) at += 1;
    at += 1;
  };
  const readTag = () => {
    let state: 'name' | 'equals' | 'value' = 'name';
    while (at < html.length && html[at] !== '>') {
      const letter = html[at] ?? '';
      at += 1;
      if (state === 'equals' && (letter === '"' || letter === "'")) {
        readQuoted(letter);
        state = 'name';
      } else if (letter === '=' && state === 'name' && !/[\s/]/.test(html[at - 2] ?? '')) state = 'equals';
      else if (!/\s/.test(letter) && state === 'equals') state = 'value';
      else if (/\s/.test(letter) && state === 'value') state = 'name';
    }
    at += 1;
  };
  while (at < html.length) {
    const [, name] = /^<\/?([a-z][^\s/>]*)/i.exec(html.slice(at)) ?? [];
    if (html.startsWith('<!--', at)) {
      let content = '';
      for (at += 4; at < html.length; at += 1) {
        if (html[at] === '>' && /^-?$|--!?$/.test(content)) break;
        content += html[at] ?? '';
      }
      at += 1;
    } else if (/^<(?:[!?]|\/[^a-z])/i.test(html.slice(at, at + 3))) readQuoted('>');
    else if (name !== undefined) {
      const isEnd = html[at + 1] === '/';
      at += 1 + Number(isEnd) + name.length;
      readTag();
      const raw = /^(?:style|textarea)$/i.exec(name)?.[0];
      if (raw && !isEnd && at <= html.length) {
        const content = html.slice(at).split(new RegExp(`</${raw}(?=[\\s/>])`, 'i'), 1)[0] ?? '';
        at += content.length;
        if (raw.toLowerCase() === 'textarea') show(`[${content}]`);
      }
    } else {
      show(html[at] ?? '');
      at += 1;
      continue;
    }
    runs.push('');
  }
  return runs
    .map((text) => text.replace(/&(?:amp|#60);?/g, (whole) => (whole.includes('#') ? '<' : '&')))
    .join('');
}

describe('what Word leaves behind', () => {
  it.each([
    ['<p class="MsoNormal">One<o:p></o:p></p>', '<p>One</p>'],
    ['<p class=MsoListParagraph lang="en">One</p>', '<p lang="en">One</p>'],
    ["<p class='MsoNormal other'>One</p>", "<p class='other'>One</p>"],
    ['<p class="lead MsoNormal" id=a>One</p>', '<p class="lead" id=a>One</p>'],
    ['<p title="a > b" class="MsoNormal">One</p>', '<p title="a > b">One</p>'],
    ['<p style="mso-margin-top-alt:auto;color:red; mso-x:y">One</p>', '<p style="color:red">One</p>'],
    ["<p style='mso-bidi-font-weight:normal'>One</p>", '<p>One</p>'],
    ['<p style="mso-font:&quot;A;B&quot;;top:0;mso-x:\'c;d\'">One</p>', '<p style="top:0">One</p>'],
    ['<b style="background:url(data:a;b);mso-x:y">One</b>', '<b style="background:url(data:a;b)">One</b>'],
    ['a<!--[if gte mso 9]><xml><w:x>1</w:x></xml><![endif]-->b<!--[if x]>c', 'ab<!--[if x]>c'],
    ['<!--[if !supportLists]--><b>·</b><!--[endif]-->One<!--[if vml]><v:x/><![endif]-->', '<b>·</b>One'],
    ['<![if !supportLists]><b>·</b><![endif]>One', '<b>·</b>One'],
    ['<!--[if !mso]><!--><b>·</b><!--<![endif]-->One<![ENDIF]-->', '<b>·</b>One'],
    ['<!--[if a]>gone<!-- b -->One<![endif]-->', 'One'],
    ['<v:shape alt="a>b"><img src=“a.png”/></v:shape>', '<img src="a.png"/>'],
    ['<!-- StartFragment --><b>One</b><!--EndFragment-->', '<b>One</b>'],
    [
      '<p class=“MsoNormal”>“One”</p><a href=“https://a.example/”>‘Two’</a>',
      '<p>“One”</p><a href="https://a.example/">‘Two’</a>',
    ],
  ])('goes, and nothing else does: %s', (html, cleaned) => {
    expect(cleanWordMarkup(html)).toBe(cleaned);
  });

  it.each([
    '<style>p.MsoNormal { mso-x: y }</style>',
    '<textarea><!--[if a]><p class="MsoNormal"></textarea>',
    'mso-x <!--[if a]> without an end',
    // Put together, what stands around these would be read as something else.
    '1 <<![if a]>b>',
    '&am<!--[endif]-->p;',
    '<pre><![if a]>\n\nOne',
    '<p title class=Mso ="><b>One">',
    // What hides or would hide something.
    '<o:p hidden>One</o:p>Two',
    '<p style=“display:none”>One<p style="mso-x:(;display:none">Two',
  ])('stays where a cut could change what is shown, and is not offered: %s', (html) => {
    expect(cleanWordMarkup(html)).toBe(html);
    expect(hasWordMarkup(html)).toBe(false);
  });

  it('is told from the text when something had to stay', () => {
    expect(leavesWordMarkup(cleanWordMarkup('<p class="MsoNormal">One<!--[if a]>Two'))).toBe(true);
    expect(leavesWordMarkup(cleanWordMarkup('<p class="MsoNormal">class=Mso mso-x</p>'))).toBe(false);
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

  it('leaves all that a browser shows, whatever stands around it', () => {
    const marks = `<!--[if gte mso 9]>|<![endif]-->|<!--[if !mso]><!-->|<!--<![endif]-->|<![if !supportLists]>|<![endif]>|
<!--[if !vml]-->|<!--[endif]-->|<!--[IF x]>|<![ENDIF]>|<!-- c -->|<!--|-->|--!>|<!-->|<![CDATA[|]]>|<?xml:namespace a=">"/>|
<!-- StartFragment -->|<!--EndFragment-->|<o:p>|</o:p>|<v:shape alt="a>b">|</V:shape>`;
    const others = `<p>|</p>|<p class="MsoNormal">|<p title='>' class=MsoB style="mso-x:y;color:red">|<p class=Mso title="a > b">|
<a title=“two > words”>|<a title=“two words” class="MsoA"b>|<a a="=“x” >y">|<a a =‘b c="d" e’ f>|<p b class=Mso ="><b>x">|<a|
<textarea>|</textarea>|<STYLE>|</style>|<|>|"|'|=|/|</|</>|&am|p;|&#|60;|amp |One |Two|1 < 2`;
    const piece = fc.constantFrom(...`${marks}|${others}`.replaceAll('\n', '').split('|'));
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }).map((all) => all.join('')),
        (html) => {
          const cleaned = cleanWordMarkup(html);
          expect(shownText(cleaned)).toBe(shownText(html));
          expect(cleanWordMarkup(cleaned)).toBe(cleaned);
          expect(hasWordMarkup(cleaned)).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is cut out in linear time, whatever the text', () => {
    for (const piece of [
      '<!--[if ',
      '<![if ',
      '<!--[if a]-->x',
      '<a "',
      '<p style="',
      '<o:',
      '<a =“',
      '<a b=“',
      ' a=“b”',
      '&a',
      '<o:p>&',
      '<p class="Mso" style="mso-x:y">',
      '<p style="(',
      '<textarea>',
      '<script><!--',
    ]) {
      const text = piece.repeat(100_000);
      expect(cleanWordMarkup(text).length).toBeLessThanOrEqual(text.length);
    }
  });
});
