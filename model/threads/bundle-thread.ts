import {fileURLToPath} from "node:url";
import {build} from "esbuild";

const programs = new Map<string, Promise<string>>();

/**
 * A thread's program as one script, for `new Worker(program, {eval: true})`; made once a process. Bundled rather than
 * loaded from its file, because a thread doesn't inherit what reads TypeScript in its parent: not from tsx on every
 * Node, and not from a test runner.
 *
 * @param program the file that the thread starts with: `new URL("./worker.ts", import.meta.url)`
 */
export function bundleThread(program: URL): Promise<string> {
  const known = programs.get(program.href);
  if (known) return known;
  const made = bundle(fileURLToPath(program));
  programs.set(program.href, made);
  return made;
}

async function bundle(entry: string): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "silent"
  });
  return outputFiles[0]!.text;
}
