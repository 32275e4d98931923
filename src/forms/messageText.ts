import { isBlank, trimText } from '#/lib/text';

const letterOrDigit = /^[\p{L}\p{N}_]/u;
const openingQuotes = /^['"`‘’“”«»„]+/u;

/** True when a message begins with the name itself (“Title is required”, “'Title' must not be empty”). */
function startsWithName(message: string, name: string): boolean {
  const text = message.replace(openingQuotes, '');
  return (
    name !== '' &&
    text.slice(0, name.length).toLowerCase() === name.toLowerCase() &&
    !letterOrDigit.test(text.slice(name.length))
  );
}

/**
 * Makes a sentence of a server's message about one field. The message itself is never changed, only preceded.
 * @param names the field's label first, then other names that a message may begin with
 * @param isOwnSentenceEnough false where the words stand apart from the field, so that the label must be said
 */
export function labelled(
  message: string,
  names: readonly [string, ...string[]],
  isOwnSentenceEnough: boolean,
) {
  const text = trimText(message);
  const [label] = names;
  if (isBlank(text)) return `${label}: the server did not accept this and gave no reason`;
  if (names.some((name) => startsWithName(text, name))) return text;
  if (/^\p{Ll}/u.test(text)) return `${label} ${text}`;
  // Scripts without case, digits and symbols can't show whether they begin a sentence: a colon is right either way.
  return isOwnSentenceEnough && /^[\p{Lu}\p{Lt}]/u.test(text) ? text : `${label}: ${text}`;
}
