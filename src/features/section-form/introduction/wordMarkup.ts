const traces = /<o:p\b|\bmso-[a-z]|class=["'“]?Mso|<!--\[if /i;

/** Tags of Word’s own vocabularies, and its marks of where the copied part begins and ends. */
const foreignTags =
  /<\/?(?:o|w|v|m|st1):[^<>]*>|<\?xml:namespace[^<>]*>|<!--\s*(?:Start|End)Fragment\s*-->/gi;
const tags = /<[a-z][^<>]*>/gi;
const mark = '<!--[if ';
const markEnd = '<![endif]-->';

/** Whether a text holds formatting that only Word understands. Time is linear, whatever the text. */
export const hasWordMarkup = (html: string): boolean => traces.test(html);

/**
 * Takes out what a paste from Word leaves behind: conditional comments, tags such as `<o:p>`, classes `Mso…`, styles
 * `mso-…`, and curly quotes around attributes, which no browser reads as quotes. Everything else, curly quotes in the
 * text included, stays as it is. The text is only ever cut, never parsed: nothing in it can run. Time is linear.
 */
export function cleanWordMarkup(html: string): string {
  return withoutConditions(html).replace(foreignTags, '').replace(tags, cleanTag);
}

/** By hand: a pattern would look for the end anew from each beginning. */
function withoutConditions(html: string): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const start = html.indexOf(mark, at);
    const end = start < 0 ? -1 : html.indexOf(markEnd, start);
    if (end < 0) return [...kept, html.slice(at)].join('');
    kept.push(html.slice(at, start));
    at = end + markEnd.length;
  }
}

function cleanTag(tag: string): string {
  const straight = tag.replace(/=\s*“([^“”"]*)”/g, '="$1"').replace(/=\s*‘([^‘’']*)’/g, "='$1'");
  return straight
    .replace(/\sclass=(?:"Mso[^"]*"|'Mso[^']*'|Mso[^\s"'>]*)/gi, '')
    .replace(/\sstyle=(?:"([^"]*)"|'([^']*)')/gi, (whole, double?: string, single?: string) => {
      const style = double ?? single ?? '';
      if (!/\bmso-|\btab-stops/i.test(style)) return whole;
      const rest = style
        .split(';')
        .filter((declaration) => !/^\s*(?:$|mso-|tab-stops)/i.test(declaration))
        .join(';')
        .trim();
      const quote = double === undefined ? "'" : '"';
      return rest === '' ? '' : ` style=${quote}${rest}${quote}`;
    });
}
