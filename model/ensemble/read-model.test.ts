import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {defaultScale, type ScoringModel} from "../contract/scoring-model.ts";
import {randomEnsemble} from "./ensemble-arbitrary.ts";
import {readModel} from "./read-model.ts";
import {writeOnnx, writeScoreGraph} from "./write-onnx.ts";

const golden = (path: string) => readFileSync(new URL(`golden/${path}`, import.meta.url));
const utf8 = (text: string) => new TextEncoder().encode(text);
const {ensemble} = randomEnsemble(5, {features: 2, categorical: 1, trees: 3, splits: 6, codes: 5}, 1);
const own: ScoringModel = {
  version: "0123456789ab",
  inputs: [
    {id: "income", categories: null},
    {id: "contract", categories: ["Cash loans", "Revolving loans"]}
  ],
  ensemble,
  calibration: {method: "platt", slope: 0.9, intercept: -0.3},
  scale: defaultScale,
  policy: {costRatio: 10, threshold: 500, reviewFrom: 490, reviewTo: 510}
};

test.each<[string, Uint8Array, string]>([
  ["LightGBM's text", golden("lightgbm/numeric/model.txt"), "lightgbm"],
  [
    "LightGBM's text with other line ends",
    utf8(golden("lightgbm/numeric/model.txt").toString().replaceAll("\n", "\r\n")),
    "lightgbm"
  ],
  ["XGBoost's JSON", golden("xgboost/binary/model.json"), "xgboost"],
  [
    "XGBoost's JSON after a byte order mark",
    utf8(`\uFEFF ${golden("xgboost/binary/model.json").toString()}`),
    "xgboost"
  ],
  ["ONNX", writeScoreGraph({ensemble, calibration: null}), "onnx"],
  ["our own ONNX", writeOnnx(own), "limpide"],
  ["our own JSON", utf8(JSON.stringify(own, null, 2)), "limpide"]
])("%s is told by its content", (_, bytes, format) => {
  expect(readModel(bytes).format).toBe(format);
});

test("our own model is the same from JSON and from ONNX", () => {
  const fromJson = readModel(utf8(JSON.stringify(own)));
  expect(fromJson).toEqual(readModel(writeOnnx(own)));
  expect(fromJson.categories[1]).toEqual(["Cash loans", "Revolving loans"]);
});

test.each<[string, Uint8Array | string, string, string]>([
  ["an empty file", "", "E_FILE_TRUNCATED", "is empty"],
  ["UBJSON", Uint8Array.of(123, 76, 0, 0, 0, 0, 0, 0, 0, 7), "E_MODEL", "XGBoost's UBJSON (.ubj)"],
  ["XGBoost's binary", "binf\0\0", "E_MODEL", "XGBoost's old binary format"],
  ["a pickle", Uint8Array.of(0x80, 4, 0x95), "E_MODEL", "a Python pickle"],
  ["gzip", Uint8Array.of(0x1f, 0x8b, 8), "E_MODEL", "compressed (gzip)"],
  ["zip", Uint8Array.of(0x50, 0x4b, 3, 4), "E_MODEL", "an archive (zip)"],
  ["a dump of trees", '[{"nodeid": 0}]', "E_MODEL", "a dump of XGBoost's trees"],
  ["LightGBM's dump", '{"name": "tree", "tree_info": []}', "E_MODEL", "LightGBM's dump_model"],
  ["other JSON", '{"points": 3}', "E_MODEL", "JSON of no model that is understood (its keys: points)"],
  ["null", "{}", "E_MODEL", "JSON of no model"],
  ["JSON cut short", '{"learner": {"attr', "E_FILE_TRUNCATED", "ends before its JSON does"],
  ["a table", "income,age\n1,2\n", "E_MODEL", "isn't a model that is understood"],
  ["a scoring model of another shape", '{"ensemble": {"trees": []}}', "E_MODEL", "isn't a scoring model"],
  ["bytes that are no text", Uint8Array.of(123, 34, 0xff, 34, 125), "E_ENCODING", "isn't UTF-8"],
  ["ONNX cut short", writeOnnx(own).subarray(0, 300), "E_MODEL", "isn't an ONNX model"]
])("refuses %s, naming it and the file", (_, content, code, message) => {
  const bytes = typeof content === "string" ? utf8(content) : content;
  expect(() => readModel(bytes, {fileName: "bank.bin"})).toThrow(
    expect.objectContaining({
      code,
      message: expect.stringMatching(/^bank\.bin: /) as string,
      place: {file: "bank.bin"}
    })
  );
  expect(() => readModel(bytes)).toThrow(message);
});
