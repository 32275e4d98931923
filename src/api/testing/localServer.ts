import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Handler = (response: ServerResponse, seen: Seen) => void;

/** A real HTTP server on a free loopback port, for tests in which sockets matter. */
export async function startServer() {
  const seen: Seen[] = [];
  let handlers: Handler[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const call = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
    seen.push(call);
    // The last handler answers whatever comes after.
    const handle = handlers.length > 1 ? handlers.shift() : handlers[0];
    if (handle) handle(response, call);
    else response.writeHead(500).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    answer(...next: Handler[]) {
      seen.length = 0;
      handlers = next;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** Answers JSON. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Handler {
  return (response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(JSON.stringify(value));
  };
}

/** Answers text as it is. */
export function text(body: string, status = 200, contentType = 'text/html'): Handler {
  return (response) => {
    response.writeHead(status, { 'Content-Type': contentType }).end(body);
  };
}
