import {createHmac} from "node:crypto";
import fc from "fast-check";
import {expect, test} from "vitest";
import {refOf} from "../../model/contract/book-layout.ts";
import {bytesOfBase64url, clientOfHash, hashOfClient} from "./client-address.js";

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

test("base64url text gives back its bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({maxLength: 64}), (bytes) => {
      expect([...bytesOfBase64url(Buffer.from(bytes).toString("base64url"))]).toEqual([...bytes]);
    })
  );
});

test("a number and the book's key give the reference that the book files the client under", async () => {
  const key = Buffer.from("0123456789abcdef0123456789abcdef");
  const expected = createHmac("sha256", key).update("100123").digest().subarray(0, 16).toString("base64url");
  expect(await refOf("100123", bytesOfBase64url(key.toString("base64url")))).toBe(expected);
});
