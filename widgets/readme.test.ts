import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {BookError, bookErrorCodes, type BookErrorCode} from "./src/book/book-error.ts";
import {LimpideErrorEvent} from "./src/events.ts";

const readme = await readFile(join(import.meta.dirname, "README.md"), "utf8");

/** A heading's address, as GitHub and npm make it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, "")
    .replaceAll(" ", "-");
const anchors = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!));

test("the help that an error gives is a heading of the README", () => {
  const codes = Object.keys(bookErrorCodes) as BookErrorCode[];
  expect(codes.length).toBeGreaterThan(10);
  for (const code of codes) {
    const {help} = new LimpideErrorEvent(new BookError(code)).detail;
    const [file, anchor] = help.split("#");
    expect(file).toBe("@limpide/widgets/README.md");
    expect(anchors.filter((one) => one === anchor)).toEqual([anchor]);
  }
});

test("each error is told with the state that the widget has", () => {
  for (const code of Object.keys(bookErrorCodes) as BookErrorCode[]) {
    const {kind, recoverable} = new BookError(code);
    const section = readme.split(`### ${code}\n`)[1]!.split(/^#/m)[0]!;
    expect(section, code).toContain(`State \`${kind}\``);
    expect(/a button tr/.test(section), code).toBe(recoverable);
  }
});

test("every function that the package exports is told", async () => {
  const index = await readFile(join(import.meta.dirname, "src", "index.ts"), "utf8");
  const functions = [...index.matchAll(/\b(?<!type )([a-z]\w+)\b(?=[,} ])/g)]
    .map(([, name]) => name!)
    .filter((name) => !["export", "from", "type", "tokens", "bookErrorCodes"].includes(name));
  expect(functions).toEqual(expect.arrayContaining(["openBook", "provideCredentials", "forgetClients", "addLocale"]));
  for (const name of functions) expect(readme, name).toContain(`${name}(`);
});

test("links lead somewhere", () => {
  const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!);
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) {
    if (/^https:/.test(link)) continue;
    const [file, anchor] = link.split("#");
    if (file) expect(existsSync(join(import.meta.dirname, file)), link).toBe(true);
    else expect(anchors, link).toContain(anchor);
  }
});
