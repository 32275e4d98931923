import type { Plugin } from 'vite';

/**
 * Lets the bundler drop the router's components that no page uses (`Form`, `HistoryRouter`…). They are made by calls
 * and named for developer tools by assignments: without these marks both count as side effects, and stay.
 */
export function markPure(code: string): string {
  return code
    .replace(/ = (React\d*\.(?:forwardRef|memo|createContext)\()/g, ' = /* @__PURE__ */ $1')
    .replace(/^\w+\.displayName = "[^"]*";$/gm, '');
}

export function shakeRouter(): Plugin {
  return {
    name: 'shake-router',
    apply: 'build',
    transform: {
      filter: { id: /\/node_modules\/react-router\/dist\/production\// },
      // Lines stay where they are, so the source maps hold as they are.
      handler: (code) => ({ code: markPure(code), map: null }),
    },
  };
}
