import DOMPurify from 'dompurify';
import { defuse, prefix } from './defuse';
import { applyInlineStyle } from './inlineStyle';
import type { RemovedCounts, RemovedKind } from './messages';
import { makeLinksInert, prepareImages, replaceEmbeds } from './placeholders';

const words = (text: string) => text.trim().split(/\s+/);

// Everything that is not named here goes; the text inside an unknown element stays.
const tags = words(`
  a abbr address article aside audio b bdi bdo big blockquote br caption center cite code col colgroup dd del details
  dfn div dl dt em embed figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i iframe img ins kbd li main mark
  nav object ol p pre q rp rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot
  th thead time tr tt u ul var video wbr`);

// No id, name or class: they could be taken for the frame's own. No attribute that takes focus or loads anything else.
const attributes = words(`
  abbr align alt bgcolor border cellpadding cellspacing cite color colspan data datetime dir face height href lang
  nowrap open reversed rowspan scope size span src start title type valign value width`);

const kindOfTag: Readonly<Record<string, RemovedKind>> = {
  script: 'script',
  [`${prefix}style`]: 'styleSheet',
  link: 'styleSheet',
  svg: 'drawing',
  math: 'drawing',
  canvas: 'drawing',
  button: 'form',
  input: 'form',
  select: 'form',
  textarea: 'form',
};

function kindOfAttribute(attribute: Attr): RemovedKind | null {
  if (attribute.name.startsWith(`${prefix}on`)) return 'handler';
  return attribute.name === 'href' ? 'link' : null;
}

/** The styles by element, as DOMPurify walks past them. */
const styles = new Map<Element, string>();
DOMPurify.addHook('uponSanitizeAttribute', (element, data) => {
  if (data.attrName !== `${prefix}style`) return;
  styles.set(element, data.attrValue);
  data.keepAttr = false;
});

function countRemoved(): Map<RemovedKind, number> {
  const counts = new Map<RemovedKind, number>();
  for (const removed of DOMPurify.removed) {
    let kind: RemovedKind | null | undefined = null;
    if ('element' in removed) kind = kindOfTag[removed.element.nodeName.toLowerCase()];
    else if (removed.attribute) kind = kindOfAttribute(removed.attribute);
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/**
 * Makes HTML of unknown authors safe to show in the preview frame's document.
 * @returns the nodes, owned by `document`, and what was left out
 */
export function sanitize(
  html: string,
  document: Document,
): { content: DocumentFragment; removed: RemovedCounts } {
  styles.clear();
  const clean = DOMPurify.sanitize(defuse(html), {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: attributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  const counts = countRemoved();
  // Before the nodes come into a document that loads things.
  const embeds = replaceEmbeds(clean, document);
  const images = prepareImages(clean, document);
  for (const source of clean.querySelectorAll('source')) source.remove();
  makeLinksInert(clean);
  if (embeds > 0) counts.set('embed', embeds);
  if (images > 0) counts.set('image', images);
  const content = document.adoptNode(clean);
  for (const [element, css] of styles) {
    if (element instanceof HTMLElement) applyInlineStyle(element, css);
  }
  styles.clear();
  return { content, removed: Object.fromEntries(counts) };
}
