import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo, type Socket } from 'node:net';

export interface TestProxy {
  /** `127.0.0.1:port`. */
  readonly address: string;
  /** What was asked for with CONNECT, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

interface ProxyBehaviour {
  /** Everything asked for leads to this port of this computer, so that tests may use any host name. */
  readonly leadsTo?: number;
  /** Refuses with these lines instead. */
  readonly refusal?: string;
  /** Never answers. */
  readonly silent?: boolean;
  readonly identity?: { readonly cert: string; readonly key: string };
}

/** An HTTP proxy that knows CONNECT only. */
export async function startTestProxy(behaviour: ProxyBehaviour): Promise<TestProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server =
    behaviour.identity === undefined ? http.createServer() : https.createServer(behaviour.identity);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.on('error', () => undefined);
    if (behaviour.silent === true) return;
    if (behaviour.leadsTo === undefined) {
      socket.end(`HTTP/1.1 ${behaviour.refusal ?? '403 Forbidden'}\r\n\r\n`);
      return;
    }
    const onward = net.connect(behaviour.leadsTo, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    onward.on('close', () => socket.destroy());
    socket.on('close', () => onward.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
