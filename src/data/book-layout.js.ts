import {readFile} from "node:fs/promises";
import {transform} from "esbuild";

// The contract that the widgets read the book by, for a page: pages can't import what is outside of Framework's root.
const source = await readFile(new URL("../../model/contract/book-layout.ts", import.meta.url), "utf8");
process.stdout.write((await transform(source, {loader: "ts", format: "esm"})).code);
