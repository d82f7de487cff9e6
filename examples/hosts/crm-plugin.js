import {join} from "node:path";
import sirv from "sirv";
import {crmServer} from "./crm-server.js";

/**
 * What a host needs beside its own files while it is developed: the book that `npm start` serves, the widgets that it
 * built, and the CRM's back end.
 *
 * LIMPIDE_URL says where the book is, LIMPIDE_CLIENTS which clients the advisor has (their numbers, commas between
 * them), LIMPIDE_BOOK_SECRET what opens a sealed book.
 *
 * @returns {import("vite").Plugin}
 */
export function crm() {
  const {
    LIMPIDE_URL: url = "http://127.0.0.1:3000",
    LIMPIDE_CLIENTS: listed,
    LIMPIDE_BOOK_SECRET: secret
  } = process.env;
  const numbers = listed?.split(",") ?? Array.from({length: 50}, (_, i) => String(100_001 + i));
  const readBook = async () => {
    const answer = await fetch(new URL("/book/manifest.json", url));
    if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`);
    return answer.text();
  };
  return {
    name: "crm",
    config: () => ({base: "./", server: {proxy: {"/book": url}}}),
    configureServer({middlewares}) {
      middlewares.use(crmServer({readBook, secret, numbers}));
      middlewares.use("/widgets", sirv(join(import.meta.dirname, "..", "..", "widgets", "dist"), {dev: true}));
    }
  };
}
