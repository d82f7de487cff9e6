import {mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {dirname} from "node:path";
import {LimpideError} from "../model/contract/errors.ts";

/**
 * Holds a lock file while `work` runs. A lock whose process has died is taken over. Another live holder is waited for
 * up to `waitSeconds`, then E_BUSY.
 */
export async function withLock<T>(path: string, waitSeconds: number, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), {recursive: true});
  const deadline = Date.now() + waitSeconds * 1000;
  while (!(await tryLock(path))) {
    if (Date.now() >= deadline) {
      throw new LimpideError("E_BUSY", "another build is at work here; wait for it, or stop it", {file: path});
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  try {
    return await work();
  } finally {
    await rm(path, {force: true});
  }
}

async function tryLock(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), {flag: "wx"});
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const holder = Number(await readFile(path, "utf8").catch(() => "0"));
  if (holder > 0 && isAlive(holder)) return false;
  await rm(path, {force: true});
  return false;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
