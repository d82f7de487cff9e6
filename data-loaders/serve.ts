import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import sirv from "sirv";
import {LimpideError} from "../model/contract/errors.ts";

/** What is served where: URL prefixes ("/" or "/name/") and the folders behind them. */
export type Mounts = Record<string, string>;

/**
 * Serves folders of static files on 127.0.0.1. Takes the next free port where the asked one is in use.
 * A folder that is published again while it is served is seen at once: nothing is kept in memory.
 */
export async function serveFolders(mounts: Mounts, port: number): Promise<{server: Server; url: string}> {
  const handlers = Object.entries(mounts)
    .sort(([a], [b]) => b.length - a.length)
    .map(([prefix, folder]) => ({
      prefix,
      // `dev` reads the disk at each request: a new publication needs no restart.
      handle: sirv(folder, {dev: true, etag: true, dotfiles: false, extensions: ["html"]})
    }));
  const server = createServer((request, response) => {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, {Allow: "GET, HEAD"}).end();
      return;
    }
    const path = request.url ?? "/";
    const mount = handlers.find(({prefix}) => path.startsWith(prefix));
    const notFound = (): void => {
      response.writeHead(404, {"Content-Type": "text/plain; charset=utf-8"}).end("Not found\n");
    };
    if (mount === undefined) {
      if (handlers.some(({prefix}) => prefix === `${path.split("?")[0]}/`)) {
        response.writeHead(308, {Location: `${path.split("?")[0]}/`}).end();
      } else notFound();
      return;
    }
    request.url = path.slice(mount.prefix.length - 1);
    mount.handle(request, response, notFound);
  });
  return {server, url: `http://127.0.0.1:${await listen(server, port)}/`};
}

async function listen(server: Server, port: number): Promise<number> {
  for (let candidate = port; candidate <= port + 20; candidate++) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once("error", resolve);
      server.listen(candidate, "127.0.0.1", () => {
        server.off("error", resolve);
        resolve(undefined);
      });
    });
    if (error === undefined) return (server.address() as AddressInfo).port;
    if (error.code !== "EADDRINUSE") {
      throw new LimpideError("E_ARGUMENT", `--port ${candidate}: cannot listen there (${error.code ?? error.message})`);
    }
    if (port === 0) break;
  }
  throw new LimpideError("E_ARGUMENT", `--port ${port}: that port and the twenty after it are in use`);
}
