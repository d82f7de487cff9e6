import protobuf from "protobufjs/light.js";
import {missingTypes, type Ensemble, type Tree} from "../contract/ensemble.ts";
import {LimpideError} from "../contract/errors.ts";

/**
 * What a tree has and TreeEnsemble's attributes have no place for, as entries of an ONNX file's metadata, over the trees
 * in order: a digit a split for what it takes for missing and where that goes, covers of splits and then of leaves, and
 * gains. Numbers are float64, little-endian, base64.
 */
export function treeMetadata({trees}: Ensemble): Record<string, string> {
  return {
    "limpide.decisions": trees
      .map((tree) => tree.missing.map((type, i) => missingTypes.indexOf(type) + (tree.defaultLeft[i] ? 3 : 0)).join(""))
      .join(""),
    "limpide.covers": encodeDoubles(trees.flatMap((tree) => [...tree.nodeCover, ...tree.leafCover])),
    "limpide.gains": encodeDoubles(trees.flatMap((tree) => tree.gain))
  };
}

/**
 * The trees with what their metadata says of them.
 * @throws {LimpideError} E_MODEL when the metadata is of other trees
 */
export function withTreeMetadata(trees: readonly Tree[], metadata: ReadonlyMap<string, string>): Tree[] {
  const decisions = metadata.get("limpide.decisions") ?? "";
  const covers = decodeDoubles(metadata.get("limpide.covers") ?? "");
  const gains = decodeDoubles(metadata.get("limpide.gains") ?? "");
  const splits = trees.reduce((sum, tree) => sum + tree.splitFeature.length, 0);
  if (decisions.length !== splits || covers.length !== 2 * splits + trees.length || gains.length !== splits) {
    throw new LimpideError("E_MODEL", "its metadata (limpide.*) is of other trees than those of its graph");
  }
  let split = 0;
  let cover = 0;
  return trees.map((tree) => {
    const n = tree.splitFeature.length;
    const digits = Array.from(decisions.slice(split, split + n), Number);
    const completed = {
      ...tree,
      missing: digits.map((digit) => missingTypes[digit % 3]!),
      defaultLeft: digits.map((digit) => digit >= 3),
      gain: gains.slice(split, split + n),
      nodeCover: covers.slice(cover, cover + n),
      leafCover: covers.slice(cover + n, cover + 2 * n + 1)
    };
    completed.missing.forEach((type, i) => {
      const sent = tree.categories[i] ? type === "nan" && completed.defaultLeft[i]! : undefined;
      const left = sent ?? (type === "none" ? 0 <= tree.threshold[i]! : completed.defaultLeft[i]!);
      if (left !== tree.defaultLeft[i] || (type === "zero") !== (tree.missing[i] === "zero")) {
        throw new LimpideError("E_MODEL", "its metadata (limpide.decisions) contradicts its graph");
      }
    });
    split += n;
    cover += 2 * n + 1;
    return completed;
  });
}

function encodeDoubles(values: readonly number[]): string {
  const view = new DataView(new ArrayBuffer(values.length * 8));
  values.forEach((value, i) => view.setFloat64(i * 8, value, true));
  return protobuf.util.base64.encode(new Uint8Array(view.buffer), 0, view.byteLength);
}

function decodeDoubles(text: string): number[] {
  const data = new Uint8Array(protobuf.util.base64.length(text));
  protobuf.util.base64.decode(text, data, 0);
  const view = new DataView(data.buffer);
  return Array.from({length: data.length >> 3}, (_, i) => view.getFloat64(i * 8, true));
}
