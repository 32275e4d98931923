import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { SandboxEnv } from './context.ts';
import type { Sandbox } from './app.ts';

export type NodeListener = (request: IncomingMessage, response: ServerResponse) => void;

/** The sandbox behind a Node server, with the socket in reach of faults. */
export function nodeListener(sandbox: Sandbox): NodeListener {
  const listener = getRequestListener(
    (request, bindings) => sandbox.fetch(request, bindings as SandboxEnv['Bindings']),
    { overrideGlobalObjects: false },
  );
  return (request, response) => {
    void listener(request, response);
  };
}

export interface Listening {
  /** Such as `http://127.0.0.1:4010`, without the base path. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the sandbox alone; port 0 takes any free one. Rejects when the port is taken. */
export function listen(sandbox: Sandbox, port = 0, host = '127.0.0.1'): Promise<Listening> {
  const server = createServer(nodeListener(sandbox));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      resolve({
        url: `http://${host}:${address.port}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}
