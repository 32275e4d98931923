import { parseSync } from 'vite';

/** Words for people, and the file that they stand in. */
export interface Words {
  readonly file: string;
  readonly text: string;
}

/** Attributes whose value is read or heard, however short it is. */
const spoken = new Set(['alt', 'aria-label', 'hint', 'label', 'placeholder', 'summary', 'text', 'title']);
/** What stands between an attribute and its words. */
const ways = /^(?:JSXExpressionContainer|ConditionalExpression|LogicalExpression|TemplateLiteral)$/;

/**
 * What a source file has for people: the text between tags, what spoken attributes say, and every text of two words or
 * more. Left out are types, imports, and what an error is made with, which is shown under “Details” at most, or to whoever
 * has set the app up. A text of one word elsewhere can't be told from a name of the code: a forbidden one is not found there.
 * @param file its name tells whether tags can stand in it
 */
export function screenWords(file: string, source: string): Words[] {
  const found: Words[] = [];
  const add = (text: string, isSpoken: boolean) => {
    const words = text.replaceAll(/\s+/g, ' ').trim();
    const isLong = /[\p{L}\d…][^ ]* [^ ]*[\p{L}…]/u.test(words);
    if (/\p{L}/u.test(words) && (isSpoken || isLong)) found.push({ file, text: words });
  };
  visit(parseSync(file, source).program, false, add);
  return found;
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

function visit(node: unknown, isSpoken: boolean, add: (text: string, isSpoken: boolean) => void): void {
  if (Array.isArray(node)) return node.forEach((part) => visit(part, isSpoken, add));
  if (!isNode(node)) return;
  const { type, value } = node;
  if (typeof type === 'string' && isSilent(type, node)) return;
  if (type === 'JSXText' && typeof value === 'string') return add(value, true);
  if (type === 'Literal' && typeof value === 'string') return add(value, isSpoken);
  if (type === 'TemplateLiteral') add(templateText(node), isSpoken);
  const isPassedOn = isSpoken && typeof type === 'string' && ways.test(type);
  const isOne =
    isPassedOn ||
    (type === 'JSXAttribute' && isNode(node['name']) && spoken.has(String(node['name']['name'])));
  for (const part of Object.values(node)) visit(part, isOne, add);
}

/** Never on the screen: types, the addresses of imports, and the arguments of an error. */
function isSilent(type: string, node: Node): boolean {
  if (/^TS(?!As|NonNull|Satisfies)/.test(type) || /^(?:Import|ExportAll)/.test(type)) return true;
  const { callee } = node;
  return type === 'NewExpression' && isNode(callee) && String(callee['name']).endsWith('Error');
}

function templateText({ quasis }: Node): string {
  const parts = Array.isArray(quasis) ? (quasis as { value: { cooked: string } }[]) : [];
  return parts.map(({ value }) => value.cooked).join('…');
}
