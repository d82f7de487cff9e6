import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {TestProject} from "vitest/node";
import {limpide} from "./command.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the demonstration was built: `store` and `out` are in it. */
    demonstration: string;
    /** What the build printed. */
    demonstrationLog: string;
  }
}

/** Builds the demonstration once, as `npm start` does, for all the tests of the whole. */
export default async function setup({provide}: TestProject): Promise<() => Promise<void>> {
  const root = await mkdtemp(join(tmpdir(), "limpide-demonstration-"));
  const {code, stdout, stderr} = await limpide(["build", ...foldersOf(root)]);
  if (code !== 0) throw new Error(`the demonstration did not build (${code}):\n${stdout}\n${stderr}`);
  provide("demonstration", root);
  provide("demonstrationLog", stdout);
  return () => rm(root, {recursive: true, force: true});
}

/** The options that keep a build in a folder of its own. */
export function foldersOf(root: string): string[] {
  return ["--store", join(root, "store"), "--out", join(root, "out")];
}
