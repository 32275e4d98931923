import type { Plugin } from 'vite';
import { createSandbox, isSandboxPath, type Sandbox, type SandboxOptions } from './app.ts';
import { nodeListener, type NodeListener } from './node.ts';

type Next = () => void;
interface Server {
  readonly middlewares: { use(handler: (...call: [...Parameters<NodeListener>, Next]) => void): unknown };
  readonly httpServer: { once(event: 'close', listener: () => void): unknown } | null;
}

function serve(server: Server, options: SandboxOptions): void {
  let sandbox: Sandbox | null = null;
  let listener: NodeListener | null = null;
  server.middlewares.use((request, response, next) => {
    const [path = ''] = (request.url ?? '').split('?');
    if (!isSandboxPath(path, options.basePath)) return next();
    // Opened by the first call: a Vite server that runs unit tests must not touch the development data.
    sandbox ??= createSandbox(options);
    listener ??= nodeListener(sandbox);
    return listener(request, response);
  });
  server.httpServer?.once('close', () => sandbox?.close());
}

/** Answers the API and the control path inside Vite's dev and preview servers; everything else is left to Vite. */
export function sandboxApi(options: SandboxOptions): Plugin {
  return {
    name: 'sandbox-api',
    configureServer: (server) => serve(server, options),
    configurePreviewServer: (server) => serve(server, options),
  };
}
