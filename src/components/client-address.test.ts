import fc from "fast-check";
import {expect, test} from "vitest";
import {clientOfHash, hashOfClient} from "./client-address.js";

test("a client's fragment names that client", () => {
  fc.assert(
    fc.property(fc.string(), (client) => {
      fc.pre(client.trim() !== "");
      expect(clientOfHash(hashOfClient(client))).toBe(client.trim());
    })
  );
});

test("a fragment without a client names none", () => {
  expect(clientOfHash("")).toBeUndefined();
  expect(clientOfHash("#client=")).toBeUndefined();
  expect(clientOfHash("#the-score")).toBeUndefined();
});
