import {createServer} from "node:http";
import type {AddressInfo} from "node:net";

/** A small server on 127.0.0.1 whose answers a test chooses and counts. */
export interface TestServer {
  /** With a slash at its end. */
  url: string;
  /** Path by path, in order, query apart. */
  requests: string[];
  close: () => Promise<void>;
}

export interface Answer {
  body: string | Uint8Array;
  type?: string;
  status?: number;
  headers?: Record<string, string>;
}

type Given = Answer | "hang" | "cut" | undefined;

/** Serves what `answer` gives for a path: nothing is 404, "hang" never answers, "cut" breaks the connection off. */
export async function serveAnswers(answer: (path: string) => Given | Promise<Given>): Promise<TestServer> {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    requests.push(path);
    const given = await answer(path);
    if (given === "hang") return;
    if (given === "cut") {
      response.destroy();
      return;
    }
    if (given === undefined) {
      response.writeHead(404).end();
      return;
    }
    response
      .writeHead(given.status ?? 200, {
        "Content-Type": given.type ?? typeOf(path),
        "Cache-Control": "no-store",
        ...given.headers
      })
      .end(given.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      })
  };
}

function typeOf(path: string): string {
  const extension = path.slice(path.lastIndexOf(".") + 1);
  const types: Record<string, string> = {
    js: "text/javascript",
    css: "text/css",
    html: "text/html",
    json: "application/json",
    sha256: "text/plain"
  };
  const type = types[extension];
  return type === undefined ? "application/octet-stream" : `${type}; charset=utf-8`;
}
