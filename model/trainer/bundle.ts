import {fileURLToPath} from "node:url";
import {build} from "esbuild";

const programs = new Map<string, Promise<string>>();

/**
 * A thread's program as one script. Bundled here rather than loaded from its file, because a thread doesn't inherit
 * what reads TypeScript in its parent: not from tsx on every Node, and not from a test runner.
 */
export function bundleThread(entry: "./worker.ts" | "./helper.ts"): Promise<string> {
  const known = programs.get(entry);
  if (known) return known;
  const program = bundle(entry);
  programs.set(entry, program);
  return program;
}

async function bundle(entry: string): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "silent"
  });
  return outputFiles[0]!.text;
}
