import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';
import { previewPagePolicy } from './securityHeaders.ts';

const scriptTag = '<script type="module" src="/src/preview/main.ts"></script>';
const charsetTag = '<meta charset="utf-8" />';

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** A text as it may stand inside its element: what is hashed is what the parser will have read. */
const inScript = (code: string) =>
  code
    .replaceAll('\r\n', '\n')
    .replaceAll('<!--', '\\x3C!--')
    .replace(/<\/script/gi, '\\x3C/script');
const inStyle = (css: string) => css.replaceAll('\r\n', '\n').replace(/<\/style/gi, '\\3C /style');

/** The code of src/preview/ as one script, and its style sheet. */
async function bundlePreview({
  root,
  build: { target },
}: ResolvedConfig): Promise<{ code: string; css: string }> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      target,
      write: false,
      copyPublicDir: false,
      reportCompressedSize: false,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(root, 'src/preview/main.ts'), output: { codeSplitting: false } },
    },
  });
  const files = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const scripts = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
  const styles = files.flatMap((file) => (file.type === 'asset' ? [String(file.source)] : []));
  const [code, css] = [scripts[0], styles[0]];
  if (code === undefined || css === undefined || files.length > 2)
    throw new Error('The preview has to become one script and one style sheet.');
  return { code, css };
}

/** preview.html with everything in it, and with the policy that allows just that. */
export async function buildPreviewPage(config: ResolvedConfig): Promise<string> {
  const page = readFileSync(join(config.root, 'preview.html'), 'utf8');
  if (!page.includes(scriptTag) || !page.includes(charsetTag))
    throw new Error(`preview.html must hold ${charsetTag} and ${scriptTag}.`);
  const bundle = await bundlePreview(config);
  const [script, style] = [inScript(bundle.code), inStyle(bundle.css)];
  const policy = previewPagePolicy({ script: hashOf(script), style: hashOf(style) });
  // Functions, since `$` means something in a replacement. The policy first: it counts for what comes after it.
  return page
    .replace(
      charsetTag,
      (tag) => `${tag}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    )
    .replace(scriptTag, () => `<style>${style}</style>\n    <script type="module">${script}</script>`);
}

/**
 * Makes preview.html a page that asks its server for nothing: in a frame of opaque origin WebKit lets `'self'` match
 * nothing, and a static host does not know its own name. See docs/decisions/020-preview-in-one-file.md.
 */
export function previewPage(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'preview-page',
    configResolved(resolved) {
      config = resolved;
    },
    configureServer({ middlewares }) {
      // The page as it will be built, so that it is tried under the policy that it will have.
      middlewares.use('/preview.html', (_request, response, next) => {
        buildPreviewPage(config).then((page) => {
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.end(page);
        }, next);
      });
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'preview.html', source: await buildPreviewPage(config) });
    },
  };
}
