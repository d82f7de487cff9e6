import {readFile} from "node:fs/promises";
import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import sirv from "sirv";
import type {BookFixture} from "../../widgets/src/testing/book-fixture.ts";
import {packageIn} from "./build-hosts.ts";
import {crmServer} from "./crm-server.js";

const examples = join(import.meta.dirname, "..");

/** Hosts, a book and the CRM's back end on one origin. */
export interface HostServer {
  /** With a slash at its end. */
  url: string;
  /** Method and address of each request, in order. */
  requests: string[];
  close: () => Promise<void>;
}

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * @param folder what {@link buildHosts} wrote; hosts that need no building are served as they are
 * @param policyOf the Content Security Policy of a page
 * @param secret of a sealed book, base64url
 */
export async function serveHosts(
  folder: string,
  book: BookFixture,
  policyOf: (page: URL) => string,
  secret?: string
): Promise<HostServer> {
  const requests: string[] = [];
  const numbers = book.records.slice(0, 50).map((_, i) => String(100_001 + i));
  const readBook = () => Promise.resolve(Buffer.from(book.files.get("manifest.json")!).toString());
  const serveFiles = (folder: string): Middleware => sirv(folder, {dev: true});
  const [built, plain, widgets] = [serveFiles(folder), serveFiles(examples), serveFiles(packageIn(folder))];
  // Another release of the package: the same names, but not the same widgets.
  const release = await readFile(join(packageIn(folder), "limpide.js"), "utf8");
  const another = release.replaceAll("Score de crédit", "Score de crédit, autre version");
  const crm: Middleware = crmServer({readBook, numbers, ...(secret === undefined ? {} : {secret})});

  const answer: Middleware = (request, response, next) => {
    const address = new URL(request.url!, "http://localhost");
    const {pathname, search} = address;
    requests.push(`${request.method} ${pathname}${search}`);
    response.setHeader("Content-Security-Policy", policyOf(address));
    if (pathname === "/favicon.ico") response.writeHead(204).end();
    else if (pathname.startsWith("/book/")) {
      const body = book.files.get(pathname.slice("/book/".length));
      response.writeHead(body ? 200 : 404, {"Content-Type": "application/octet-stream"}).end(body);
    } else if (search === "?another-team") response.setHeader("Content-Type", "text/javascript").end(another);
    else if (pathname.startsWith("/widgets/")) {
      request.url = pathname.slice("/widgets".length);
      widgets(request, response, next);
    } else crm(request, response, () => built(request, response, () => plain(request, response, next)));
  };
  const server = createServer((request, response) => answer(request, response, () => response.writeHead(404).end()));
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
