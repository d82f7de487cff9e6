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

  // As a stage begins, and a little into it, where it has something half written.
  const killed: string[] = [];
  for (const stage of stages) {
    for (const milliseconds of [10, 400]) {
      const {code} = await limpide(build("killed"), (line, kill) => {
        if (line === `start  ${stage}`) setTimeout(kill, milliseconds);
      });
      if (code === null) killed.push(`${stage}, ${milliseconds}`);
      // A stage may have ended within that time, and the build with it.
      else expect(code).toBe(0);
    }
  }
  expect(killed.length).toBeGreaterThanOrEqual(stages.length);
  const ended = await limpide(build("killed"));
  expect(ended.code).toBe(0);
  expect(await hashFolder(join(root, "killed", "out"))).toEqual(await hashFolder(join(root, "whole", "out")));
});

test("a second build with nothing changed makes nothing", async () => {
  const again = await limpide(build("whole"));
  expect(again.code).toBe(0);
  const made = [...again.stdout.matchAll(/^done {3}(.+): (.+)$/gm)].filter(([, , time]) => time !== "reused");
  expect(made.map(([, stage]) => stage)).toEqual(["publication"]);
});
