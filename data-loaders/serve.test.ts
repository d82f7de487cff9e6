import {mkdtemp, rm, writeFile} from "node:fs/promises";
import type {Server} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {serveFolders} from "./serve.ts";

let site: string;
let book: string;
const servers: Server[] = [];
beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), "limpide-site-"));
  book = await mkdtemp(join(tmpdir(), "limpide-book-"));
  await writeFile(join(site, "index.html"), "home");
  await writeFile(join(site, "client.html"), "client");
  await writeFile(join(book, "manifest.json"), "{}");
});
afterEach(async () => {
  for (const server of servers.splice(0)) server.close();
  await rm(site, {recursive: true});
  await rm(book, {recursive: true});
});

async function serve(port = 0) {
  const {server, url} = await serveFolders({"/": site, "/book/": book}, port);
  servers.push(server);
  return url;
}

test("each folder answers below its prefix, pages without their ending too", async () => {
  const url = await serve();
  const text = async (path: string) => (await fetch(url + path)).text();
  expect(await text("")).toBe("home");
  expect(await text("client")).toBe("client");
  expect(await text("book/manifest.json")).toBe("{}");
});

test("nothing outside the folders is served", async () => {
  const url = await serve();
  for (const path of ["..%2f..%2fetc%2fpasswd", "book/..%2findex.html", "none"]) {
    expect((await fetch(url + path)).status).toBe(404);
  }
  expect((await fetch(url, {method: "POST"})).status).toBe(405);
});

test("a file that changes is served as it is now", async () => {
  const url = await serve();
  await (await fetch(`${url}index.html`)).text();
  await writeFile(join(site, "index.html"), "home, changed");
  expect(await (await fetch(`${url}index.html`)).text()).toBe("home, changed");
});

test("a port in use gives way to the next one", async () => {
  const first = Number(new URL(await serve(0)).port);
  const second = Number(new URL(await serve(first)).port);
  expect(second).toBeGreaterThan(first);
});
