// Whatever these patterns meet, the matches put together are the text. No pattern looks far ahead: five megabytes of
// “<” must not take minutes.
const linePattern = /[^\n]*\n|[^\n]+/g;
// HTML is often one long line: a tag begins a line of its own.
const sourceLinePattern = /\n|<[^\n<]*\n?|[^\n<]+\n?/g;
const wordPattern = /\s+|[\p{L}\p{M}\p{N}_]+|./gsu;
const sourceWordPattern = /<\/?[a-z][^\s<>]{0,40}|\/?>|\s+|[\p{L}\p{M}\p{N}_-]+|./gisu;

export type TextKind = 'text' | 'html';

/** Large pieces to compare first. */
export function linesOf(text: string, kind: TextKind): readonly string[] {
  return text.match(kind === 'html' ? sourceLinePattern : linePattern) ?? [];
}

/** Small pieces to compare within lines that differ. */
export function wordsOf(text: string, kind: TextKind): readonly string[] {
  return text.match(kind === 'html' ? sourceWordPattern : wordPattern) ?? [];
}
