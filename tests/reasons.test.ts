import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, inject, test} from "vitest";
import {recordFromPositions} from "../model/contract/book-layout.ts";
import {manifestSchema} from "../model/contract/manifest.ts";
import {reasonFaults} from "../model/explainer/reasons/reasons-testing.ts";
import {principalReasons} from "../model/explainer/reasons/reasons.ts";

const book = join(inject("demonstration"), "out", "book");

test("every client of the portfolio is told why in sentences that keep every rule", async () => {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(book, "manifest.json"), "utf8")));
  expect(manifest.features.filter(({theme}) => theme === undefined)).toEqual([]);
  const folder = join(book, manifest.epoch, "records");
  const faults: string[] = [];
  let clients = 0;
  let told = 0;
  for (const name of await readdir(folder)) {
    const shard = JSON.parse(await readFile(join(folder, name), "utf8")) as Record<string, unknown>;
    for (const positions of Object.values(shard)) {
      const record = recordFromPositions(positions)!;
      faults.push(...reasonFaults(record, manifest));
      const {towards, against} = principalReasons(record, manifest, "fr");
      told += Number(towards.length >= 3) + Number(against.length >= 3);
      clients++;
    }
  }
  expect(faults.slice(0, 20)).toEqual([]);
  expect(clients).toBe(manifest.clients);
  // Where so many things are known of clients, nearly all have three reasons on either side.
  expect(told / (2 * clients)).toBeGreaterThan(0.97);
});
