import type { Plugin } from 'vite';
import { createSandbox, isSandboxPath, type SandboxOptions } from './app.ts';
import { nodeListener, type NodeListener } from './node.ts';

type Next = () => void;
interface Server {
  readonly middlewares: { use(handler: (...call: [...Parameters<NodeListener>, Next]) => void): unknown };
  readonly httpServer: { once(event: 'close', listener: () => void): unknown } | null;
}

function serve(server: Server, options: SandboxOptions): void {
  const sandbox = createSandbox(options);
  // Now: whoever starts the server has to see when the data cannot be used.
  sandbox.open();
  const listener = nodeListener(sandbox);
  server.middlewares.use((request, response, next) => {
    const [path = ''] = (request.url ?? '').split('?');
    if (!isSandboxPath(path, options.basePath)) return next();
    return listener(request, response);
  });
  server.httpServer?.once('close', () => sandbox.close());
}

/** Answers the API and the control path inside Vite's dev and preview servers; everything else is left to Vite. */
export function sandboxApi(options: SandboxOptions): Plugin {
  return {
    name: 'sandbox-api',
    configureServer: (server) => serve(server, options),
    configurePreviewServer: (server) => serve(server, options),
  };
}
