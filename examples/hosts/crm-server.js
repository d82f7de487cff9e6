import {randomUUID} from "node:crypto";
import {credentialFor, readManifest, readSecret} from "../backends/node.mjs";

/**
 * The back end of the CRM that all hosts share, as a middleware: it signs an advisor in, lists the advisor's clients,
 * and gives the credential of one of them. The book's master secret stays here.
 *
 * @param {object} options
 * @param {() => Promise<string>} options.readBook gives manifest.json as it is now: a new epoch may come at any time
 * @param {string[]} options.numbers of the advisor's clients
 * @param {string} [options.secret] of a sealed book, base64url; an open one holds its own
 */
export function crmServer({readBook, numbers, secret}) {
  /** The numbers of the clients that each session may see, by their reference. */
  const sessions = new Map();

  async function book() {
    const manifest = await readBook();
    const key = readSecret(secret ?? openSecret(manifest));
    const {epoch, shards} = readManifest(manifest);
    return (number) => credentialFor(key, epoch, shards, number);
  }

  const routes = {
    // Asking for the list signs in, since there is nobody to ask for a password here.
    async "GET /crm/clients"(_, response) {
      const open = await book();
      const clients = numbers.map((number) => ({number, ref: open(number).ref}));
      const session = randomUUID();
      sessions.set(session, new Map(clients.map(({number, ref}) => [ref, number])));
      response.setHeader("Set-Cookie", `crm=${session}; Path=/crm; HttpOnly; SameSite=Strict`);
      response.setHeader("Content-Type", "application/json");
      response.end(JSON.stringify(clients));
    },
    async "POST /crm/credential"(request, response) {
      const session = /(?:^|; )crm=([^;]+)/.exec(request.headers.cookie ?? "")?.[1];
      // Before anything is derived: may this person see this client? The book can't know.
      const number = sessions.get(session)?.get(await readText(request));
      if (number === undefined) {
        response.statusCode = 403;
        response.end();
        return;
      }
      const open = await book();
      response.setHeader("Content-Type", "text/plain");
      response.end(open(number).credential);
    }
  };

  return async (request, response, next) => {
    const route = routes[`${request.method} ${request.url.split("?")[0]}`];
    if (route === undefined) return next();
    response.setHeader("Cache-Control", "no-store");
    try {
      await route(request, response);
    } catch {
      response.statusCode = 502;
      response.end();
    }
  };
}

function openSecret(manifest) {
  const header = JSON.parse(Buffer.from(JSON.parse(manifest).header, "base64url").toString());
  if (header.protection.kind !== "open") throw new Error("the book is sealed: its secret is to be given");
  return header.protection.secret;
}

async function readText(request) {
  let text = "";
  for await (const part of request) {
    text += part;
    if (text.length > 100) break;
  }
  return text;
}
