import { createElement, Fragment } from 'react';

const MAX_CHARS = 5000;
/** Behind the “@” of an address, and behind its dots. */
const joint = /(?<=[^\s@]@|@[^\s@]{0,64}\.|\.(?=[^\s@]{0,64}@))(?=\S)/;

/** A text in which an email address that needs more than a line is parted where people would part it. */
export function Breakable({ children }: { children: string }) {
  if (children.length > MAX_CHARS) return children;
  const [first, ...others] = children.split(joint);
  return createElement(Fragment, null, first, ...others.flatMap((part) => [createElement('wbr'), part]));
}
