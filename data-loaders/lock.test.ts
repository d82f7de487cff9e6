import {spawnSync} from "node:child_process";
import {mkdtemp, readFile, rm, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {withLock} from "./lock.ts";

let root: string;
let path: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "limpide-lock-"));
  path = join(root, "lock");
});
afterEach(() => rm(root, {recursive: true}));

test("the lock is held while the work runs and freed when it fails", async () => {
  await expect(
    withLock(path, 0, async () => {
      expect(await readFile(path, "utf8")).toBe(String(process.pid));
      throw new Error("no");
    })
  ).rejects.toThrow("no");
  await expect(stat(path)).rejects.toThrow();
});

test("a second one is told that a build is at work", async () => {
  await withLock(path, 0, async () => {
    await expect(withLock(path, 0, () => Promise.resolve())).rejects.toMatchObject({code: "E_BUSY"});
  });
});

test("the lock of a process that has died is taken over", async () => {
  const {pid} = spawnSync(process.execPath, ["-e", ""]);
  await writeFile(path, String(pid));
  expect(await withLock(path, 1, () => Promise.resolve("done"))).toBe("done");
});
