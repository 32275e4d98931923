import { type HtmlAttribute, htmlAttributes, type HtmlToken, htmlTokens } from '#/lib/htmlTokens';

const traces = /<o:p\b|\bmso-[a-z]|class=["'“]?Mso|<!(?:--)?\s*(?:<!)?\[(?:if|endif)\b/i;
const attributeTraces = /mso|tab-stops|[“‘]/i;

/** Tags of Word’s own vocabularies. */
const foreignName = /^\/?(?:o|w|v|m|st1):/;
/**
 * Each mark of a condition, in whichever form, is a comment to a browser; what stands between two of them only where the
 * whole is one: `<!--[if mso]>…<![endif]-->`.
 */
const wordComment =
  /^<!(?:--)?\s*(?:<!)?\[(?:if|endif)\b|^<!--\s*(?:Start|End)Fragment\s*-->$|^<\?xml:namespace/i;
/** Without it, something may come to light or vanish. */
const hides = /hidden|display|visibility/i;

/** A longer style is none of Word’s. */
const MAX_STYLE_CHARS = 10_000;
// A style that can be cut between its declarations: without comments and escapes, all that is opened is closed.
const quoted = String.raw`"(?:[^"\\\n\r\f]|\\.)*"|'(?:[^'\\\n\r\f]|\\.)*'|&quot;[^&"'\\\n\r\f]*&quot;`;
const styleUnit = String.raw`[^;"'()[\]{}\\&/]|/(?!\*)|${quoted}|\((?:[^"'()\\&*]|${quoted})*\)`;
const plainStyle = new RegExp(`^(?:;|${styleUnit})*$`);
const declaration = new RegExp(`(?:${styleUnit})+`, 'g');

const curlyQuotes = /“([^“”"]*)”|‘([^‘’']*)’/y;

/**
 * Whether there is something for `cleanWordMarkup` to take out that only Word understands; curly quotes alone are no sign
 * of it. Time is linear, whatever the text.
 */
export function hasWordMarkup(html: string): boolean {
  if (!traces.test(html)) return false;
  for (const [piece, cleaned] of cleanedPieces(html)) {
    if (piece !== cleaned) return true;
  }
  return false;
}

/** Whether anything but the text itself still looks like Word: it could not be taken out for certain. */
export function leavesWordMarkup(html: string): boolean {
  if (!traces.test(html)) return false;
  for (const { kind, start, end } of htmlTokens(html)) {
    if (kind !== 'text' && traces.test(html.slice(start, end))) return true;
  }
  return false;
}

/**
 * Takes out what a paste from Word leaves behind: the marks of its conditions with what is a comment between them, tags
 * such as `<o:p>`, classes `Mso…`, styles `mso-…`, and curly quotes around attributes, which no browser reads as quotes.
 * All that a browser shows stays as it is. The text is only ever cut: nothing in it can run. Time is linear.
 */
export function cleanWordMarkup(html: string): string {
  return Array.from(cleanedPieces(html), ([, cleaned]) => cleaned).join('');
}

function* cleanedPieces(html: string): Generator<readonly [piece: string, cleaned: string], void> {
  let last: HtmlToken | null = null;
  let isReference = false;
  /** Names of tags of which one hides something: it has to end where it did. */
  const hiding = new Set<string>();
  for (const token of htmlTokens(html)) {
    const { kind, start, end } = token;
    const piece = html.slice(start, end);
    if (isForeign(token, piece, hiding) && !isSeam(html, last, isReference, end)) {
      yield [piece, ''];
      continue;
    }
    isReference = kind === 'text' && endsInReference(piece, isReference);
    last = token;
    yield [piece, kind === 'tag' && attributeTraces.test(piece) ? cleanTag(html, token) : piece];
  }
}

function isForeign({ kind, name }: HtmlToken, piece: string, hiding: Set<string>): boolean {
  if (kind === 'comment') return wordComment.test(piece);
  if (kind !== 'tag' || !foreignName.test(name)) return false;
  const element = name.replace('/', '');
  if (hides.test(piece)) hiding.add(element);
  return !hiding.has(element);
}

/** Whether `text` may end within `&amp;`; `isBefore`: whether the text right before it may. */
function endsInReference(text: string, isBefore: boolean): boolean {
  const start = text.lastIndexOf('&');
  return (isBefore || start >= 0) && /^[#\da-z]*$/i.test(text.slice(start + 1));
}

/** Whether what stands before and after a cut would be read otherwise once it is together. */
function isSeam(html: string, last: HtmlToken | null, isReference: boolean, end: number): boolean {
  if (last === null) return false;
  const before = html.charAt(last.end - 1);
  if (last.kind === 'text') return before === '<' || before === '\r' || isReference;
  // A new line right after these is none.
  return (last.name === 'pre' || last.name === 'listing') && /[\r\n]/.test(html.charAt(end));
}

function cleanTag(html: string, { start, end, name }: HtmlToken): string {
  const attributes = htmlAttributes(html, { start, name });
  // Such a name would become the value of what then stands before it.
  if (attributes.some((attribute) => attribute.name.startsWith('='))) return html.slice(start, end);
  const kept: string[] = [];
  let at = start;
  let before = start + 1 + name.length;
  for (let index = 0; index < attributes.length; index += 1) {
    const attribute = attributes[index] as HtmlAttribute;
    const straight = straightened(html, attributes, index);
    if (straight) index = straight.lastIndex;
    const attributeEnd = straight?.end ?? attribute.end;
    const value = html.slice(attribute.valueStart, attribute.end);
    const cleaned = cleanValue(attribute.name, straight?.value ?? value);
    if (cleaned === null) {
      // With the blanks before it, where others follow or nothing.
      const canJoin = /[\t\n\f\r >]/.test(html.charAt(attributeEnd));
      kept.push(html.slice(at, canJoin ? before : attribute.start));
      at = attributeEnd;
    } else if (cleaned !== value) {
      kept.push(html.slice(at, attribute.valueStart), cleaned);
      at = attributeEnd;
    }
    before = attributeEnd;
  }
  kept.push(html.slice(at, end));
  return kept.join('');
}

/** A value in curly quotes: to a browser one word of it, and each further word an attribute of its own. */
function straightened(html: string, attributes: readonly HtmlAttribute[], index: number) {
  const { valueStart } = attributes[index] as HtmlAttribute;
  curlyQuotes.lastIndex = valueStart;
  const match = curlyQuotes.exec(html);
  if (!match || hides.test(match[0])) return null;
  const end = valueStart + match[0].length;
  // `<img src=“a.png”/>`: the slash is a part of the last word.
  const wordEnd = html.startsWith('/>', end) ? end + 1 : end;
  let lastIndex = index;
  while ((attributes[lastIndex]?.end ?? wordEnd) < wordEnd) lastIndex += 1;
  if (attributes[lastIndex]?.end !== wordEnd) return null;
  const [, double, single] = match;
  const value = double === undefined ? `'${single}'` : `"${double}"`;
  return { value, end, lastIndex };
}

/** A value with its quotes, without what is Word’s; null when nothing is left. */
function cleanValue(name: string, value: string): string | null {
  const quote = /^["']/.exec(value)?.[0] ?? '';
  const text = value.slice(quote.length, value.length - quote.length);
  let cleaned = text;
  if (name === 'class') cleaned = withoutWordClasses(text);
  if (name === 'style') cleaned = withoutWordStyles(text);
  if (cleaned === text) return value;
  return cleaned === '' ? null : quote + cleaned + quote;
}

function withoutWordClasses(text: string): string {
  const names = text.split(/[\t\n\f\r ]+/);
  const own = names.filter((name) => !/^Mso/i.test(name));
  return own.length === names.length ? text : own.join(' ').trim();
}

function withoutWordStyles(text: string): string {
  if (!/\bmso-|\btab-stops/i.test(text) || text.length > MAX_STYLE_CHARS || !plainStyle.test(text))
    return text;
  const all = text.match(declaration) ?? [];
  return all
    .filter((one) => !/^\s*(?:$|mso-|tab-stops)/i.test(one))
    .join(';')
    .trim();
}
