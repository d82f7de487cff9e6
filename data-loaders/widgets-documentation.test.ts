import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {documentWidgets, quote} from "./widgets-documentation.ts";

const page = `<main>
    <p>
      one
    </p>

    two
</main>`;

test("a quotation goes to the line before the one that ends it, without the space that all lines begin with", () => {
  expect(quote(page, "<p>", "</main>", "a page")).toBe("<p>\n  one\n</p>\n\ntwo");
  expect(quote(page, "two", undefined, "a page")).toBe("    two\n</main>");
});

test("a line that is gone from an example is told, with the example's name", () => {
  expect(() => quote(page, "three", undefined, "examples/x.js")).toThrow('examples/x.js: no line holds "three"');
  expect(() => quote(page, "<p>", "three", "examples/x.js")).toThrow(
    'examples/x.js: no line after "<p>" holds "three"'
  );
});

test("without the built package there is nothing to document", async () => {
  const folder = await mkdtemp(join(tmpdir(), "limpide-documentation-"));
  await expect(documentWidgets(folder)).rejects.toThrow("package.json");
  await rm(folder, {recursive: true});
});
