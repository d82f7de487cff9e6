import {randomBytes} from "node:crypto";
import {mkdir, readFile, rm, stat, writeFile} from "node:fs/promises";
import {dirname} from "node:path";
import {LimpideError} from "../model/contract/errors.ts";

/** Milliseconds after which a file that says nothing, or a takeover, is that of a process that died over it. */
const grace = 5000;

/** The marks of this process's own locks: whatever else bears its number was left by an earlier process. */
const mine = new Set<string>();

/**
 * Holds a lock file while `work` runs. A lock whose process has died is taken over, even where its number has gone to
 * another process since. Another live holder is waited for up to `waitSeconds`, then E_BUSY.
 */
export async function withLock<T>(path: string, waitSeconds: number, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), {recursive: true});
  const mark = `${process.pid} ${await birthOf(process.pid)} ${randomBytes(8).toString("hex")}`;
  mine.add(mark);
  try {
    const deadline = Date.now() + waitSeconds * 1000;
    while (!(await tryLock(path, mark))) {
      if (Date.now() >= deadline) {
        const [holder = ""] = (await readFile(path, "utf8").catch(() => "")).split(" ");
        throw new LimpideError(
          "E_BUSY",
          `another build is at work here${holder && ` (process ${holder})`}; wait for it, or stop it`,
          {file: path}
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    try {
      return await work();
    } finally {
      if ((await readFile(path, "utf8").catch(() => "")) === mark) await rm(path, {force: true});
    }
  } finally {
    mine.delete(mark);
  }
}

async function tryLock(path: string, mark: string): Promise<boolean> {
  if (await create(path, mark)) return true;
  if (await isHeld(path)) return false;
  // One at a time removes a stale lock, and looks again first: it may have become another's in between.
  const takeover = `${path}.takeover`;
  if (!(await create(takeover, ""))) {
    if ((await ageOf(takeover)) > grace) await rm(takeover, {force: true});
    return false;
  }
  try {
    if (!(await isHeld(path))) await rm(path, {force: true});
  } finally {
    await rm(takeover, {force: true});
  }
  return create(path, mark);
}

async function create(path: string, content: string): Promise<boolean> {
  try {
    await writeFile(path, content, {flag: "wx"});
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function isHeld(path: string): Promise<boolean> {
  const mark = await readFile(path, "utf8").catch(() => "");
  const [pid, birth] = mark.split(" ");
  // Between its creation and its first byte a lock says nothing.
  if (!/^\d+$/.test(pid!)) return (await ageOf(path)) < grace;
  if (Number(pid) === process.pid) return mine.has(mark);
  return isAlive(Number(pid)) && (birth ?? "") === (await birthOf(Number(pid)));
}

async function ageOf(path: string): Promise<number> {
  return stat(path).then(
    ({mtimeMs}) => Date.now() - mtimeMs,
    () => Infinity
  );
}

/** When a process began, where /proc says so (proc(5), field 22: ticks since the machine began); elsewhere nothing. */
async function birthOf(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The command's name stands in parentheses and may hold any character: fields are counted after the last one.
  return text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
