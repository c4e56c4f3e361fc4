import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type Balancer = {
  /** where LINE sends its webhooks */
  url: string;
  add(port: number): void;
  remove(port: number): void;
  close(): Promise<void>;
};

/** Shares incoming connections out in turn among the processes that are up, as the proxy before a pair of servers does. */
export async function startBalancer(): Promise<Balancer> {
  const backends: number[] = [];
  const sockets = new Set<Socket>();
  let turn = 0;
  const server = createServer((client) => {
    keep(client);
    const port = backends[turn++ % Math.max(1, backends.length)];
    if (port === undefined) {
      client.destroy();
      return;
    }
    const backend = keep(connect(port, "127.0.0.1"));
    client.pipe(backend).pipe(client);
    client.on("close", () => backend.destroy());
    // A killed process breaks its connections: so does the proxy, and LINE sends the webhook again.
    backend.on("close", () => client.destroy());
  });

  function keep(socket: Socket): Socket {
    sockets.add(socket.setNoDelay(true));
    return socket.on("error", () => socket.destroy()).on("close", () => sockets.delete(socket));
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    add: (port) => void backends.push(port),
    remove(port) {
      const at = backends.indexOf(port);
      if (at >= 0) backends.splice(at, 1);
    },
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, "close").catch(() => undefined);
    },
  };
}
