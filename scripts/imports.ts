import { dirname, join } from 'node:path/posix';

/** Every source file of a tree with its text, by its path from the project's folder. */
export type Sources = ReadonlyMap<string, string>;

interface Import {
  readonly file: string;
  /** As it is written. */
  readonly specifier: string;
  readonly kind: 'static' | 'type' | 'dynamic';
  /** The file of the project that it leads to; null for a package. */
  readonly target: string | null;
}

const router = /^react-router/;
const query = /^@tanstack\//;
const anyFramework = /^(?:react|react-.*|@tanstack\/.*|@hookform\/.*)$/;

/** The layers of src/, from the ground up: each imports itself and what it names, and not the packages it forbids. */
const layers: Readonly<Record<string, { readonly below: readonly string[]; readonly without?: RegExp[] }>> = {
  styles: { below: [] },
  lib: { below: [], without: [anyFramework] },
  config: { below: ['lib'], without: [anyFramework] },
  paths: { below: ['lib'], without: [anyFramework] },
  preview: { below: ['lib'], without: [anyFramework] },
  api: { below: ['lib', 'config'], without: [anyFramework] },
  ui: { below: ['lib'], without: [router, query, /^react-hook-form$/, /^@hookform\//] },
  forms: { below: ['lib', 'api', 'ui'], without: [query] },
  features: { below: ['lib', 'api', 'ui', 'forms', 'paths', 'config', 'preview'] },
  layouts: { below: ['lib', 'api', 'ui', 'forms', 'paths', 'config', 'features'] },
  app: { below: ['lib', 'api', 'ui', 'forms', 'paths', 'config', 'features', 'layouts'] },
};

/** The rooms of src/features/, from the ground up: a room imports those of lower steps, and none of its own. */
const steps: readonly (readonly string[])[] = [
  ['sections', 'sign-in', 'keys'],
  ['courses', 'comparison'],
  ['saving'],
  ['drafts', 'course-changes'],
  ['history'],
  ['section-form', 'section-list', 'schedule'],
];

const importPattern =
  /\b(?:import|export)\s(?:[^'"`;()]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|(?:\bfrom|@import)\s+['"]([^'"]+\.css)['"]/g;

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

function resolve(sources: Sources, file: string, specifier: string): string | null {
  const isAlias = specifier.startsWith('#/');
  if (!isAlias && !specifier.startsWith('.')) return null;
  const path = isAlias ? `src/${specifier.slice(2)}` : join(dirname(file), specifier);
  return ['', '.ts', '.tsx'].map((end) => path + end).find((name) => sources.has(name)) ?? path;
}

/** All imports, of types and of style sheets too, static and dynamic. */
export function importsOf(sources: Sources): Import[] {
  return [...sources].flatMap(([file, text]) =>
    [...withoutComments(text).matchAll(importPattern)].map(([statement, from, dynamic, style]) => {
      const specifier = from ?? dynamic ?? style ?? '';
      const kind = /^\w+ type\b/.test(statement) ? 'type' : dynamic === undefined ? 'static' : 'dynamic';
      return { file, specifier, kind, target: resolve(sources, file, specifier) };
    }),
  );
}

/** `src/features/saving/types.ts` → `features`, `src/paths.ts` → `paths`; null outside src/. */
const layerOf = (file: string) => /^src\/(\w+)/.exec(file)?.[1] ?? null;
const roomOf = (file: string) => /^src\/features\/([^/]+)\//.exec(file)?.[1] ?? null;

function layerProblem({ file, specifier, target }: Import): string | null {
  const from = layerOf(file);
  if (from === null) return null;
  const layer = layers[from];
  if (!layer) return `src/${from} has no place among the layers`;
  if (target === null) {
    return layer.without?.some((name) => name.test(specifier))
      ? `src/${from} does without ${specifier}`
      : null;
  }
  const to = layerOf(target);
  if (to === null) return 'src/ imports nothing from beside it';
  return to === from || layer.below.includes(to) ? null : `src/${from} is not above src/${to}`;
}

function roomProblem({ file, target }: Import): string | null {
  const [from, to] = [roomOf(file), target === null ? null : roomOf(target)];
  if (from === null || to === null || from === to) return null;
  const [step, lower] = [from, to].map((room) => steps.findIndex((rooms) => rooms.includes(room)));
  if (step === undefined || lower === undefined || step < 0 || lower < 0)
    return `${step === undefined || step < 0 ? from : to} has no place among the rooms`;
  return lower < step ? null : `${from} is not above ${to}`;
}

function styleProblem({ file, specifier, target }: Import): string | null {
  if (file.startsWith('sandbox/') && target?.startsWith('src/'))
    return 'the sandbox imports nothing of the app';
  if (file.startsWith('src/') && specifier.startsWith('..')) return 'another folder is imported by #/…';
  return null;
}

/** Files that only pass on what others export, unless they are the root of code that is loaded late. */
function barrels(sources: Sources, imports: readonly Import[]): string[] {
  const plainly = new Set(imports.flatMap(({ kind, target }) => (kind === 'static' ? [target] : [])));
  return [...sources].flatMap(([file, text]) => {
    const rest = withoutComments(text).replace(/export\s(?:type\s)?(?:\*|\{)[^;]*?\sfrom\s+'[^']+';/g, '');
    const isBarrel = /^src\/.*\.tsx?$/.test(file) && rest.trim() === '' && plainly.has(file);
    return isBarrel ? [`${file}: a barrel file`] : [];
  });
}

/** Groups of files that import each other, however far around. */
function circles(imports: readonly Import[]): string[] {
  const next = new Map<string, Set<string>>();
  for (const { file, target } of imports) {
    if (target === null || target === file) continue;
    next.set(file, (next.get(file) ?? new Set()).add(target));
  }
  const reached = (start: string) => {
    const found = new Set<string>();
    const visit = (file: string) => {
      for (const target of next.get(file) ?? []) {
        if (found.has(target)) continue;
        found.add(target);
        visit(target);
      }
    };
    visit(start);
    return found;
  };
  const reach = new Map([...next.keys()].map((file) => [file, reached(file)]));
  const groups = [...reach].flatMap(([file, found]) => {
    if (!found.has(file)) return [];
    return [
      [...found]
        .filter((other) => reach.get(other)?.has(file))
        .sort()
        .join(', '),
    ];
  });
  return [...new Set(groups)].map((group) => `a circle: ${group}`);
}

/** What is wrong with the imports of a tree; each problem is a line of text. */
export function importProblems(sources: Sources): string[] {
  const imports = importsOf(sources);
  const single = imports.flatMap((one) =>
    [layerProblem(one), roomProblem(one), styleProblem(one)].flatMap((problem) =>
      problem === null ? [] : [`${one.file} imports ${one.specifier}: ${problem}`],
    ),
  );
  return [
    ...single,
    ...barrels(sources, imports),
    ...circles(imports.filter(({ file }) => file.startsWith('src/'))),
  ];
}
