import { endOfHtmlComment } from '#/lib/htmlTokens';

/** What is put before a name so that the parser does not know it. */
export const prefix = 'preview-';

const rawText = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);
const reportedTags = new Set(['style', 'base']);
const isReportedAttribute = (name: string) => name === 'style' || name.startsWith('on');

// Sticky expressions that each consume what they match, so that the scan is linear whatever the input.
const tagName = /[a-z][^\s/>]*/iy;
const gap = /[\s/]*/y;
const attributeName = /=?[^\s/>=]*/y;
const attributeValue = /\s*=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>"'][^\s>]*)?/y;

/** What `pattern` matches at `at`, or null. */
function take(pattern: RegExp, html: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(html)?.[0] ?? null;
}

/** The end of the start tag whose attributes begin at `from`; tells where each reported attribute stands. */
function scanAttributes(html: string, from: number, onReported: (at: number) => void): number {
  let at = from;
  while (at < html.length && html[at] !== '>') {
    at += take(gap, html, at)?.length ?? 0;
    const name = take(attributeName, html, at) ?? '';
    if (isReportedAttribute(name.toLowerCase())) onReported(at);
    at += name.length;
    if (name !== '') at += take(attributeValue, html, at)?.length ?? 0;
  }
  return at;
}

function endOfRawText(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/**
 * Puts `preview-` before what the frame's policy reports as soon as it is parsed, even in a document that shows and runs
 * nothing: `style` and `on…` attributes, `<base>`, `<style>` (its rules go). `preview-style` can be read afterwards and
 * applied through CSSOM. This comes before the sanitiser: a mistake here costs looks and never safety.
 */
export function defuse(html: string): string {
  const pieces: string[] = [];
  let copied = 0;
  const insertPrefix = (at: number) => {
    pieces.push(html.slice(copied, at), prefix);
    copied = at;
  };
  let at = html.indexOf('<');
  while (at !== -1) {
    if (/^<(?:[!?]|\/[^a-z])/i.test(html.slice(at, at + 3))) {
      const end = endOfHtmlComment(html, at);
      at = end === -1 ? html.length : end;
    } else {
      const name = take(tagName, html, at + 1)?.toLowerCase() ?? null;
      if (name !== null && reportedTags.has(name)) insertPrefix(at + 1);
      at += 1 + (name?.length ?? 0);
      if (name !== null) at = scanAttributes(html, at, insertPrefix);
      if (name !== null && rawText.has(name)) {
        const end = endOfRawText(html, name, at);
        if (name === 'style') {
          pieces.push(html.slice(copied, at), '>');
          copied = end;
          if (end < html.length) insertPrefix(end + 2);
        }
        at = end;
      }
    }
    at = html.indexOf('<', at);
  }
  pieces.push(html.slice(copied));
  return pieces.join('');
}
