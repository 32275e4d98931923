/** The few parts of Node that the tests of this folder use: the app itself is compiled without Node's types. */
declare module 'node:http' {
  export interface IncomingMessage extends AsyncIterable<unknown> {
    readonly method?: string;
    readonly url?: string;
    readonly headers: Readonly<Record<string, string | undefined>>;
  }
  export interface ServerResponse {
    readonly socket: { destroy(): void } | null;
    writeHead(status: number, headers?: Record<string, string>): this;
    write(chunk: string | Uint8Array, done?: () => void): boolean;
    end(chunk?: string): this;
    on(event: 'close' | 'drain', listener: () => void): this;
  }
  export interface Server {
    listen(port: number, host: string, done: () => void): void;
    address(): { readonly port: number } | string | null;
    closeAllConnections(): void;
    close(done: () => void): void;
  }
  export function createServer(
    handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  ): Server;
}
