import { createServer, type RequestListener, type Server } from 'node:http';
import type { ServerOptions } from './options';

/** @returns the server once it listens, or a message about why it cannot */
export function listen(handle: RequestListener, { host, port }: ServerOptions): Promise<Server | string> {
  const server = createServer(handle);
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(reason(error, host, port));
    });
    const target = host === null ? { port } : { port, host };
    server.listen(target, () => {
      resolve(server);
    });
  });
}

function reason(error: NodeJS.ErrnoException, host: string | null, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken. Stop the program that uses it, or choose another: PORT=${port + 1} npm start`;
    case 'EACCES':
      return `This account may not listen on port ${port}. Choose one above 1023, for example PORT=4173`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is "${host ?? ''}", which is no address of this machine`;
    default:
      return `Cannot listen on port ${port}: ${error.message}`;
  }
}
