import {expect, test} from "vitest";
import {clientsAtMost, loansPerClient} from "./identifiers.ts";
import {bureauNumber, loansAtMost, previousNumber} from "./loan-numbers.ts";

test("no two loans share a number, however many a client has", () => {
  for (const number of [bureauNumber, previousNumber]) {
    const seen = new Set<number>();
    const clients = [0, 1, 2, 359_998, 359_999, 360_000, clientsAtMost - 1];
    for (const client of clients) {
      for (let loan = 0; loan < loansAtMost; ++loan) seen.add(number(client, loan));
    }
    expect(seen.size).toBe(clients.length * loansAtMost);
    // Integers of 32 bits, as the contracts have them.
    expect(Math.max(...seen)).toBeLessThan(2 ** 31);
  }
});

test("loans beyond a client's block are numbered apart from all blocks", () => {
  const within = [0, 1000, 359_999, 360_000, clientsAtMost - 1].flatMap((client) =>
    [bureauNumber, previousNumber].flatMap((number) => [number(client, 0), number(client, loansPerClient - 1)])
  );
  const least = previousNumber(0, loansPerClient);
  const most = previousNumber(clientsAtMost - 1, loansAtMost - 1);
  expect(within.filter((id) => id >= least && id <= most)).toEqual([]);
});
