import {setTimeout as wait} from "node:timers/promises";
import {expect, test} from "vitest";
import {together} from "./together.ts";

const never = new AbortController().signal;

test("what all give comes back in order, whoever ends first", async () => {
  const slow = () => wait(20, "slow");
  const quick = () => Promise.resolve(2);
  expect(await together<[string, number]>(never, slow, quick)).toEqual(["slow", 2]);
});

test("when one fails the others are stopped, and its error is thrown after they have", async () => {
  const events: string[] = [];
  const failing = async () => {
    await wait(5);
    throw new Error("no space");
  };
  const long = async (signal: AbortSignal) => {
    await wait(60_000, undefined, {signal}).catch(() => wait(20));
    events.push("stopped");
    signal.throwIfAborted();
  };
  await expect(together(never, failing, long)).rejects.toThrow("no space");
  expect(events).toEqual(["stopped"]);
});

test("an interruption from outside stops all, with its reason", async () => {
  const outside = new AbortController();
  const long = (signal: AbortSignal) => wait(60_000, undefined, {signal});
  const running = together(outside.signal, long, long);
  outside.abort(new Error("stopped by hand"));
  await expect(running).rejects.toMatchObject({cause: {message: "stopped by hand"}});
});
