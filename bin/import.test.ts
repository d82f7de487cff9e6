import {readFileSync} from "node:fs";
import {mkdtemp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterEach, beforeEach, expect, test} from "vitest";
import {importedModelFileSchema} from "../model/contract/imported-model.ts";
import {readModel} from "../model/ensemble/read-model.ts";
import {writeScoreGraph} from "../model/ensemble/write-onnx.ts";
import {importModel} from "./import-model.ts";
import {describeImport, importForBuild} from "./import.ts";

const path = fileURLToPath(new URL("../model/features/golden/lightgbm/model.txt", import.meta.url));
const text = readFileSync(path, "utf8");
const model = readModel(readFileSync(path));

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "limpide-import-"));
});
afterEach(() => rm(root, {recursive: true}));

test("a model of LightGBM is written as one over the catalogue's features, and what was understood is told", async () => {
  const out = join(root, "imported");
  const imported = await importForBuild({model: path, out});
  expect(await readdir(out)).toEqual(["model.json"]);
  const written = importedModelFileSchema.parse(JSON.parse(await readFile(join(out, "model.json"), "utf8")));
  expect(written).toEqual(imported.file);
  expect(written.source).toMatchObject({format: "lightgbm", file: "model.txt"});
  expect(describeImport(imported)).toEqual([
    "model            LightGBM, model.txt: 20 trees, 160 leaves",
    "features         85 features of the catalogue, 3 of them categories",
    "probability      the logistic function of its score",
    "covers           in the file",
    "missing values   114 splits send them to a side of their own; 26 splits take them for 0",
    "left aside       222 columns that no split reads",
    `written          ${join(out, "model.json")}`
  ]);
  // A model that was imported is a model: it can be scored with, and imported again.
  expect((await importModel(out)).model.ensemble).toEqual(written.ensemble);
  const again = await importForBuild({model: out, out: join(root, "again")});
  expect(again.file).toEqual({
    ...written,
    source: {...written.source, file: "model.json", sha256: again.file.source.sha256}
  });
});

test("a model of ONNX is told by a list of its columns, and has neither covers nor a probability", async () => {
  const onnx = join(root, "model.onnx");
  await writeFile(onnx, writeScoreGraph({...model, calibration: null}));
  const list = join(root, "features.json");
  await writeFile(
    list,
    JSON.stringify(
      model.featureNames!.map((id, column) => {
        const categories = model.categories[column];
        return categories ? {id, categories} : id;
      })
    )
  );
  const imported = await importForBuild({model: onnx, features: list, out: join(root, "out")});
  const told = describeImport(imported).join("\n");
  expect(told).toMatch(/ONNX, model.onnx: 20 trees/);
  expect(told).toMatch(/probability +none of its own/);
  expect(told).toMatch(/covers +not in the file/);
});

/** The model's text with some columns called otherwise. */
const renamed = (from: string, to: string): string => text.replace(new RegExp(`\\b${from}\\b`), to);

test("what can't be taken is told with file and feature, and nothing is written", async () => {
  const changed = join(root, "changed.txt");
  const list = join(root, "list.json");
  const out = join(root, "out");
  const [first] = importedInputs();
  for (const [content, listed, message] of [
    [
      renamed(first!, "turnover"),
      undefined,
      `${changed}: reads columns that are no feature of the catalogue: turnover`
    ],
    [renamed(first!, "gender"), undefined, `${changed}, column gender: reads gender, protected`],
    [text.slice(0, 4000), undefined, "ends before its trees do"],
    ["", undefined, "is empty"],
    [text, "not json", `${list}: isn't JSON`],
    [text, "[]", `${list}: isn't a list of features`],
    [text, '[{"id":"age","category":["a"]}]', `${list}: isn't a list of features`],
    [text, '["agee"]', `${list}, row 1, value "agee": the catalogue has no feature of this name`],
    [text, '["age"]', `${changed}: `]
  ] as const) {
    await writeFile(changed, content);
    if (listed !== undefined) await writeFile(list, listed);
    const importing = importForBuild({model: changed, features: listed === undefined ? undefined : list, out});
    await expect(importing).rejects.toThrow(message);
    await expect(readdir(out)).rejects.toThrow("ENOENT");
  }
  await expect(importForBuild({model: join(root, "none"), out})).rejects.toThrow(
    expect.objectContaining({code: "E_FILE_UNREADABLE"})
  );
  await expect(importForBuild({model: path, features: join(root, "none.json"), out})).rejects.toThrow(
    expect.objectContaining({code: "E_FILE_UNREADABLE", place: {file: join(root, "none.json")}})
  );
});

/** Features that the model reads. */
function importedInputs(): string[] {
  const read = new Set(model.ensemble.trees.flatMap(({splitFeature}) => splitFeature));
  return model.featureNames!.filter((_, column) => read.has(column));
}
