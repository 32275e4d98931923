/**
 * `text`: what is read as text. `tag`: a start or an end tag. `comment`: a comment, and what browsers take for one:
 * `<!…>`, `<?…>`. `raw`: the content of a `<style>`, `<textarea>` and the like. `rest`: all that is left, from a comment or
 * tag without an end on, or from where browsers part.
 */
export interface HtmlToken {
  readonly kind: 'text' | 'tag' | 'comment' | 'raw' | 'rest';
  readonly start: number;
  readonly end: number;
  /** Of a tag, in lower case, an end tag's with its slash: `p`, `/p`; otherwise ''. */
  readonly name: string;
}

/** Where an attribute stands. Quotes belong to the value; without one, `valueStart` is `end`. */
export interface HtmlAttribute {
  /** In lower case. */
  readonly name: string;
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
}

const rawElements = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);
/** Within these, raw elements and CDATA are read by other rules. */
const otherRules = new Set(['svg', 'math', 'select']);
/** Text or tags, as scripts are off or on; and the element that nothing ends. */
const ambiguous = new Set(['noscript', 'plaintext']);

// Each consumes what it matches, so that time is linear. HTML knows just these five blanks, \s many more.
const markup = /<(?:[a-z!?]|\/[^])/gi;
const commentEnd = /--!?>/g;
const tagName = /\/?[a-z][^\t\n\f\r />]*/iy;
const gap = /[\t\n\f\r /]*/y;
const attributeName = /=?[^\t\n\f\r />=]*/y;
const equals = /[\t\n\f\r ]*=[\t\n\f\r ]*/y;
const attributeValue =
  /[\t\n\f\r ]*=[\t\n\f\r ]*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\t\n\f\r >"'][^\t\n\f\r >]*)?/y;

/** Only these: lower case can be longer in other alphabets, and the name would not fit its place any more. */
const lowerCase = (name: string) => name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** Where the match of `pattern` ends that begins at `from`; `from` without one. */
function skip(pattern: RegExp, html: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(html) ? pattern.lastIndex : from;
}

/** The end of a tag whose attributes begin at `from`, or -1. */
function skipAttributes(html: string, from: number, onAttribute?: (found: HtmlAttribute) => void): number {
  let at = skip(gap, html, from);
  while (at < html.length && html[at] !== '>') {
    const start = at;
    const nameEnd = skip(attributeName, html, start);
    const end = skip(attributeValue, html, nameEnd);
    if (onAttribute) {
      const name = lowerCase(html.slice(start, nameEnd));
      const valueStart = end > nameEnd ? skip(equals, html, nameEnd) : end;
      onAttribute({ name, start, valueStart, end });
    }
    at = skip(gap, html, end);
  }
  return at < html.length ? at + 1 : -1;
}

/** The end of what is no text at `start`, or -1. `nameEnd`: where a tag's name ends. */
function skipMarkup(html: string, start: number, nameEnd: number): number {
  return nameEnd > start + 1 ? skipAttributes(html, nameEnd) : endOfHtmlComment(html, start);
}

/** The end of a comment that begins at `start`, or of what browsers take for one (`<!…>`, `<?…>`); -1 without an end. */
export function endOfHtmlComment(html: string, start: number): number {
  if (!html.startsWith('<!--', start)) return html.indexOf('>', start) + 1 || -1;
  const content = start + '<!--'.length;
  if (html.startsWith('>', content)) return content + 1;
  if (html.startsWith('->', content)) return content + 2;
  commentEnd.lastIndex = content;
  return commentEnd.test(html) ? commentEnd.lastIndex : -1;
}

/** Where the content of a raw element ends. */
function skipRaw(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** A `<script>` in a comment in a script takes the next end tag for its own. */
function holdsScript(content: string): boolean {
  const comment = content.indexOf('<!--');
  return comment >= 0 && /<script/i.test(content.slice(comment));
}

/**
 * Reads HTML in pieces, as browsers do; the pieces put together are the text. From where the meaning depends on more than
 * that (`<noscript>`, a script within a script, CDATA and raw elements after an `<svg>`) all is one `rest`. Linear time.
 *
 * Source: the tokenizer of the HTML standard.
 */
export function* htmlTokens(html: string): Generator<HtmlToken, void> {
  let hasOtherRules = false;
  let at = 0;
  while (at < html.length) {
    markup.lastIndex = at;
    const start = markup.exec(html)?.index ?? html.length;
    if (start > at) yield { kind: 'text', start: at, end: start, name: '' };
    if (start === html.length) return;

    const nameEnd = skip(tagName, html, start + 1);
    const name = lowerCase(html.slice(start + 1, nameEnd));
    const end = skipMarkup(html, start, nameEnd);
    const isCdata = hasOtherRules && html.startsWith('<![CDATA[', start);
    if (end < 0 || isCdata || ambiguous.has(name)) {
      yield { kind: 'rest', start, end: html.length, name: '' };
      return;
    }
    yield { kind: name === '' ? 'comment' : 'tag', start, end, name };
    at = end;
    hasOtherRules ||= otherRules.has(name);

    if (rawElements.has(name)) {
      const rawEnd = skipRaw(html, end, name);
      const content = html.slice(end, rawEnd);
      const isAmbiguous =
        (hasOtherRules && content.includes('<')) || (name === 'script' && holdsScript(content));
      at = isAmbiguous ? html.length : rawEnd;
      if (at > end) yield { kind: isAmbiguous ? 'rest' : 'raw', start: end, end: at, name: '' };
    }
  }
}

/** The attributes of a tag in the order of the text, also those that browsers drop because they come twice. */
export function htmlAttributes(html: string, tag: Pick<HtmlToken, 'start' | 'name'>): HtmlAttribute[] {
  const found: HtmlAttribute[] = [];
  skipAttributes(html, tag.start + 1 + tag.name.length, (one) => found.push(one));
  return found;
}
