import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {hashFolder, limpide} from "./command.ts";

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "limpide-resume-"));
});
afterAll(() => rm(root, {recursive: true, force: true}));

const build = (name: string) => [
  "build",
  ...["--clients", "600", "--repeats", "1"],
  ...["--store", join(root, name, "store"), "--out", join(root, name, "out")]
];

test("a build that is killed in every stage ends with what an undisturbed one makes", async () => {
  const undisturbed = await limpide(build("whole"));
  expect(undisturbed.stderr).toBe("");
  expect(undisturbed.code).toBe(0);
  const stages = [...undisturbed.stdout.matchAll(/^start {2}(.+)$/gm)].map(([, stage]) => stage!);
  expect(stages.length).toBeGreaterThanOrEqual(9);

  for (const stage of stages) {
    const killed = await limpide(build("killed"), (line, kill) => {
      // A little into the stage: what it has begun to write is there.
      if (line === `start  ${stage}`) setTimeout(kill, 150);
    });
    // A stage may have ended within that time; then the next one was hit, or the build was over.
    expect([null, 0]).toContain(killed.code);
  }
  const ended = await limpide(build("killed"));
  expect(ended.code).toBe(0);
  expect(await hashFolder(join(root, "killed", "out"))).toEqual(await hashFolder(join(root, "whole", "out")));
});

test("a second build with nothing changed makes nothing", async () => {
  const again = await limpide(build("whole"));
  expect(again.code).toBe(0);
  expect([...again.stdout.matchAll(/^done .*$/gm)].every(([line]) => line.endsWith(": reused"))).toBe(true);
});
