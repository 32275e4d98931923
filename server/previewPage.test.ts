import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { resolveConfig } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPreviewPage } from './previewPage.ts';
import { securityHeaders } from './securityHeaders.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Name → values of a policy, without what names no source. */
function directivesOf(policy: string): Map<string, string> {
  return new Map(policy.split('; ').map((line) => [line.replace(/ .*/, ''), line.replace(/^\S+ /, '')]));
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the built preview.html', () => {
  let page = '';
  const contentsOf = (pattern: RegExp) => [...page.matchAll(pattern)].map(([, text = '']) => text);
  const policies = () => [
    directivesOf(contentsOf(/http-equiv="Content-Security-Policy" content="([^"]*)"/g)[0] ?? ''),
    directivesOf(securityHeaders('/preview.html')['Content-Security-Policy'] ?? ''),
  ];

  beforeAll(async () => {
    page = await buildPreviewPage(await resolveConfig({ root, configFile: false }, 'build'));
  });

  it('has one script and one style inside, and allows these by their hashes alone', () => {
    const scripts = contentsOf(/<script[^>]*>([\s\S]*?)<\/script/gi);
    const styles = contentsOf(/<style[^>]*>([\s\S]*?)<\/style/gi);
    expect([scripts.length, styles.length]).toEqual([1, 1]);
    const [inside] = policies();
    expect(inside?.get('script-src')).toBe(hashOf(scripts[0] ?? ''));
    expect(inside?.get('style-src')).toBe(hashOf(styles[0] ?? ''));
    expect(inside?.get('default-src')).toBe("'none'");
    // The parser would read on behind a comment of this kind, and turn returns into line feeds.
    expect(page).not.toMatch(/<!--|\r/);
  });

  it('names nothing that it would have to load', () => {
    expect(page).not.toMatch(/<(?:script|link|img|iframe)\b[^>]*\s(?:src|href)=/i);
    expect(contentsOf(/<style>([\s\S]*?)<\/style>/g).join('')).not.toMatch(/url\(|@import/i);
  });

  it('states its policy before what it is for', () => {
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.search(/<(?:script|style)\b/));
  });

  it('counts in no policy on its own origin, which is opaque in its frame', () => {
    for (const directives of policies()) {
      const own = [...directives].filter(
        ([name, value]) => name !== 'frame-ancestors' && value.includes("'self'"),
      );
      expect(own).toEqual([]);
      expect(directives.get('require-trusted-types-for')).toBe("'script'");
    }
  });
});
