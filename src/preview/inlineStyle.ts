import { isHarmlessValue } from './addresses';

/** Positions that stay over the rest while it scrolls; absolute ones end at the page's own box (preview.css). */
const leavesItsPlace = new Set(['fixed', 'sticky']);

/**
 * Gives the element the styles of its `style` attribute through CSSOM, which the frame's policy allows, except what
 * would load from where images may not come from, or cover the rest.
 */
export function applyInlineStyle(element: HTMLElement, css: string): void {
  const { style } = element;
  style.cssText = css;
  for (const property of Array.from(style)) {
    // A custom property could bring an address into another property unseen.
    if (property.startsWith('--') || !isHarmlessValue(style.getPropertyValue(property))) {
      style.removeProperty(property);
    }
  }
  if (leavesItsPlace.has(style.position)) style.removeProperty('position');
}
