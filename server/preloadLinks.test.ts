import { describe, expect, it } from 'vitest';
import { filesOf } from './preloadLinks.ts';

const chunk = (fileName: string, source: string, imports: string[] = [], css: string[] = []) => ({
  type: 'chunk' as const,
  fileName,
  moduleIds: ['/app/src/other.ts', source],
  imports,
  viteMetadata: { importedCss: new Set(css) },
});

describe('the files that index.html names in advance', () => {
  it('are the app’s chunk, what it imports however deep, and their styles, each once', () => {
    const bundle = {
      'a/main.js': chunk('a/main.js', '/app/src/app/main.tsx', ['a/react.js', 'a/router.js'], ['a/main.css']),
      'a/react.js': chunk('a/react.js', '/app/react.js'),
      'a/router.js': chunk(
        'a/router.js',
        '/app/router.js',
        ['a/react.js', 'a/main.js'],
        ['a/main.css', 'a/router.css'],
      ),
      'a/page.js': chunk('a/page.js', '/app/src/Page.tsx', ['a/react.js'], ['a/page.css']),
      'a/main.css': { type: 'asset' as const },
    };
    expect(filesOf(bundle, '/src/app/main.tsx')).toEqual({
      scripts: ['a/main.js', 'a/react.js', 'a/router.js'],
      styles: ['a/main.css', 'a/router.css'],
    });
  });

  it('are none when the app has no such chunk', () => {
    expect(filesOf({ 'a.js': chunk('a.js', '/app/a.js') }, '/src/app/main.tsx')).toEqual({
      scripts: [],
      styles: [],
    });
  });
});
