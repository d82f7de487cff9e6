import {join} from "node:path";
import {expect, inject, test} from "vitest";
import {reasonFaults} from "../model/explainer/reasons/reasons-testing.ts";
import {principalReasons} from "../model/explainer/reasons/reasons.ts";
import {clientsOf, openBookOf} from "./open-book.ts";

const root = inject("demonstration");

test("every client of the portfolio is told why in sentences that keep every rule", async () => {
  const {manifest, recordOf} = await openBookOf(join(root, "out", "book"));
  expect(manifest.features.filter(({theme}) => theme === undefined)).toEqual([]);
  const faults: string[] = [];
  let clients = 0;
  let told = 0;
  for (const client of await clientsOf(join(root, "store"))) {
    const record = recordOf(client)!;
    faults.push(...reasonFaults(record, manifest));
    const {towards, against} = principalReasons(record, manifest, "fr");
    told += Number(towards.length >= 3) + Number(against.length >= 3);
    clients++;
  }
  expect(faults.slice(0, 20)).toEqual([]);
  expect(clients).toBe(manifest.clients);
  // Where so many things are known of clients, nearly all have three reasons on either side.
  expect(told / (2 * clients)).toBeGreaterThan(0.97);
});
