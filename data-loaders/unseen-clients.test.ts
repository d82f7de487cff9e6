import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {readUnseenClients} from "./unseen-clients.ts";

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "limpide-unseen-"));
});
afterAll(() => rm(root, {recursive: true}));

async function file(text: string): Promise<string> {
  const path = join(root, "unseen.csv");
  await writeFile(path, text);
  return path;
}

test.each([
  ["one column", "SK_ID_CURR\n300001\n100002\n"],
  ["others beside it, quotes, and the case of another program", '"score";sk_id_curr\n0,5;"300001"\n0,2;100002\n'],
  ["no line end at the end, and a client twice", "TARGET,SK_ID_CURR\n1,300001\n0,100002\n1,300001"]
])("client numbers are read once each, ascending: %s", async (_, text) => {
  expect([...(await readUnseenClients(await file(text)))]).toEqual([100002, 300001]);
});

test("what is no client number is told by its row", async () => {
  const path = await file("SK_ID_CURR\n100002\n100003.5\n");
  await expect(readUnseenClients(path)).rejects.toThrow(
    expect.objectContaining({
      code: "E_VALUE_TYPE",
      place: {file: path, row: 2, column: "SK_ID_CURR", value: "100003.5"}
    })
  );
});

test("a file without the column, and no file, are told", async () => {
  await expect(readUnseenClients(await file("client\n1\n"))).rejects.toThrow(
    expect.objectContaining({
      code: "E_COLUMN_MISSING",
      place: expect.objectContaining({column: "SK_ID_CURR"}) as object
    })
  );
  await expect(readUnseenClients(join(root, "none.csv"))).rejects.toThrow(
    expect.objectContaining({code: "E_FILE_UNREADABLE"})
  );
});
