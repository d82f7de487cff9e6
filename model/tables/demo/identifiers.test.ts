import {expect, test} from "vitest";
import {bureauId, clientId, clientsAtMost, loansPerClient, previousId} from "./identifiers.ts";

test("as many clients as the real tables have have a 7-digit number for every loan, each once", () => {
  for (const id of [previousId, bureauId]) {
    const seen = new Uint8Array(10_000_000);
    for (let client = 0; client < 360_000; ++client) {
      for (let loan = 0; loan < loansPerClient; ++loan) ++seen[id(client, loan)]!;
    }
    expect(seen.subarray(1_000_000).every((count) => count === 1)).toBe(true);
    expect(seen.subarray(0, 1_000_000).every((count) => count === 0)).toBe(true);
  }
});

test("in the largest portfolio no two loans share a number", () => {
  for (const id of [previousId, bureauId]) {
    const first = 200_000_000;
    const seen = new Uint8Array(18_000_000);
    for (let client = 360_000; client < clientsAtMost; ++client) {
      for (let loan = 0; loan < loansPerClient; ++loan) ++seen[id(client, loan) - first]!;
    }
    const numbered = seen.reduce((sum, count) => sum + count, 0);
    expect(numbered).toBe((clientsAtMost - 360_000) * loansPerClient);
    expect(seen.every((count) => count <= 1)).toBe(true);
  }
});

test("clients are numbered from 100001", () => {
  expect([clientId(0), clientId(356_254)]).toEqual([100_001, 456_255]);
});
