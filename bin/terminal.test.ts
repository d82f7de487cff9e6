import {PassThrough} from "node:stream";
import {afterEach, beforeEach, expect, test} from "vitest";
import {terminalEffects} from "./terminal.ts";

const ci = process.env.CI;
beforeEach(() => {
  delete process.env.CI;
});
afterEach(() => {
  if (ci !== undefined) process.env.CI = ci;
});

function record(isTTY: boolean) {
  const stream = new PassThrough();
  let text = "";
  stream.on("data", (data: Buffer) => (text += data.toString("utf8")));
  let now = 0;
  const output = Object.assign(stream, {isTTY, columns: 60}) as unknown as NodeJS.WriteStream;
  return {effects: terminalEffects(output, () => now), wait: (ms: number) => (now += ms), text: () => text};
}

test("away from a terminal, progress is plain lines, at most one every five seconds", () => {
  const {effects, wait, text} = record(false);
  effects.begin("training");
  for (let i = 0; i < 120; i++) {
    wait(100);
    effects.progress("training", "tree", i, 120);
  }
  effects.end("training", 12, false);
  expect(text()).not.toContain("\r");
  expect(text().match(/^ {7}tree/gm)?.length).toBe(2);
  expect(text()).toMatch(/^done {3}training and cross-validation: 12\.0 s$/m);
});

test("on a terminal, the bar stays on its line and within its width", () => {
  const {effects, text} = record(true);
  effects.begin("training");
  effects.progress("training", "a message that is longer than the terminal is wide, by far", 1, 2);
  const line = text().split("\r\x1b[2K").at(-1);
  expect(line!.length).toBeLessThan(60);
  expect(line).toContain("██████████░");
  expect(text()).not.toContain("\n");
});

test("on a terminal, a stage that begins beside another takes the line over", () => {
  const {effects, text} = record(true);
  effects.begin("site");
  effects.begin("book");
  expect(
    text()
      .split("\r\x1b[2K")
      .map((line) => line.trim())
  ).toEqual(["", "site", "client book"]);
});

test("what is reused says so", () => {
  const {effects, text} = record(false);
  effects.end("site", 0.01, true);
  expect(text()).toBe("done   site: reused\n");
});
