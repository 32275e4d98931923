import type { HtmlTagDescriptor, Plugin } from 'vite';

interface Chunk {
  readonly type: 'chunk';
  readonly fileName: string;
  readonly moduleIds: readonly string[];
  readonly imports: readonly string[];
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> };
}
type Bundle = Readonly<Record<string, Chunk | { readonly type: 'asset' }>>;

/** The files of the chunk that `source` is in and of all that it imports, scripts and styles, in loading order. */
export function filesOf(bundle: Bundle, source: string): { scripts: string[]; styles: string[] } {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const visit = (fileName: string) => {
    const chunk = bundle[fileName];
    if (chunk?.type !== 'chunk' || scripts.has(fileName)) return;
    scripts.add(fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style);
    chunk.imports.forEach(visit);
  };
  for (const chunk of Object.values(bundle)) {
    if (chunk.type === 'chunk' && chunk.moduleIds.some((id) => id.endsWith(source))) visit(chunk.fileName);
  }
  return { scripts: [...scripts], styles: [...styles] };
}

const link = (attrs: Record<string, string | boolean>): HtmlTagDescriptor => ({
  tag: 'link',
  attrs,
  injectTo: 'head',
});

/**
 * Names in index.html what its tiny entry asks for later, so that the browser fetches everything at once: the settings
 * and the app itself (src/app/main.tsx, imported dynamically by src/app/boot.ts).
 */
export function preloadLinks(): Plugin {
  return {
    name: 'preload-links',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename, bundle }) {
        if (!filename.endsWith('/index.html') || !bundle) return [];
        const { scripts, styles } = filesOf(bundle, '/src/app/main.tsx');
        const isNew = (file: string) => !html.includes(`"/${file}"`);
        return [
          link({ rel: 'preload', as: 'fetch', crossorigin: true, href: '/config.json' }),
          ...scripts
            .filter(isNew)
            .map((file) => link({ rel: 'modulepreload', crossorigin: true, href: `/${file}` })),
          // Not as a stylesheet: the shell in index.html has to paint before the app's styles are there.
          ...styles
            .filter(isNew)
            .map((file) => link({ rel: 'preload', as: 'style', crossorigin: true, href: `/${file}` })),
        ];
      },
    },
  };
}
