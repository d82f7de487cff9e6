import {spawn} from "node:child_process";
import {createHash} from "node:crypto";
import {readdir, readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {join, relative} from "node:path";
import {fileURLToPath} from "node:url";

export const project = fileURLToPath(new URL("..", import.meta.url));
const tsx = join(createRequire(import.meta.url).resolve("tsx/package.json"), "..", "dist", "cli.mjs");

export interface Ended {
  /** Exit code; null where a signal ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command line in a process of its own. `onLine` sees each printed line, and may kill the process. */
export function limpide(
  args: readonly string[],
  onLine: (line: string, kill: () => void) => void = () => undefined
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    // Its own group, so that a kill takes the children along as a machine that dies would.
    const child = spawn(process.execPath, [tsx, join(project, "bin", "limpide.ts"), ...args], {
      cwd: project,
      env: {...process.env, CI: "true"},
      stdio: ["ignore", "pipe", "pipe"],
      detached: true
    });
    const kill = (): void => {
      try {
        process.kill(-child.pid!, "SIGKILL");
      } catch (error) {
        // It has ended by itself in the meantime.
        if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
      }
    };
    let stdout = "";
    let stderr = "";
    let pending = "";
    child.stdout.on("data", (data: Buffer) => {
      stdout += data.toString("utf8");
      pending += data.toString("utf8");
      const lines = pending.split("\n");
      pending = lines.pop()!;
      for (const line of lines) onLine(line, kill);
    });
    child.stderr.on("data", (data: Buffer) => {
      stderr += data.toString("utf8");
    });
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({code, stdout, stderr});
    });
  });
}

/** SHA-256 of every file below a folder, by its path there; hidden files apart. */
export async function hashFolder(folder: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const entry of await readdir(folder, {withFileTypes: true, recursive: true})) {
    if (!entry.isFile() || entry.name.startsWith(".")) continue;
    const path = join(entry.parentPath, entry.name);
    hashes[relative(folder, path)] = createHash("sha256")
      .update(await readFile(path))
      .digest("hex");
  }
  return hashes;
}
