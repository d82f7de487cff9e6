import {spawnSync} from "node:child_process";
import {mkdtemp, readFile, rm, stat, utimes, writeFile} from "node:fs/promises";
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
      expect((await readFile(path, "utf8")).split(" ")[0]).toBe(String(process.pid));
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
  await writeFile(path, `${pid} 1 0`);
  expect(await withLock(path, 1, () => Promise.resolve("done"))).toBe("done");
});

test.each([
  ["this process", process.pid],
  ["another that lives", process.ppid]
])("a lock left under a number that %s has got since is taken over", async (_whose, pid) => {
  await writeFile(path, `${pid} 1 0`);
  expect(await withLock(path, 1, () => Promise.resolve("done"))).toBe("done");
});

test("a lock that is there and says nothing yet is someone's", async () => {
  await writeFile(path, "");
  await expect(withLock(path, 0, () => Promise.resolve())).rejects.toMatchObject({code: "E_BUSY"});
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(path, longAgo, longAgo);
  expect(await withLock(path, 1, () => Promise.resolve("done"))).toBe("done");
});

test("of many that find a stale lock, one is at work at a time", async () => {
  const {pid} = spawnSync(process.execPath, ["-e", ""]);
  await writeFile(path, `${pid} 1 0`);
  let atWork = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    most = Math.max(most, ++atWork);
    await new Promise((resolve) => setTimeout(resolve, 5));
    atWork--;
  };
  await Promise.all(Array.from({length: 8}, () => withLock(path, 20, work)));
  expect(most).toBe(1);
});
