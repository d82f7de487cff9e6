import {LimpideError} from "../contract/errors.ts";
import {dataTypes, modelProto} from "./onnx-schema.ts";

/** The messages of an ONNX file as they are read: whatever its writer left out is absent. */
export interface OnnxTensor {
  name?: string;
  dims?: number[];
  dataType?: number;
  floatData?: number[];
  int32Data?: number[];
  int64Data?: number[];
  doubleData?: number[];
  rawData?: Uint8Array;
  dataLocation?: number;
}
export interface OnnxAttribute {
  name?: string;
  f?: number;
  i?: number;
  s?: Uint8Array;
  t?: OnnxTensor;
  floats?: number[];
  ints?: number[];
  strings?: Uint8Array[];
}
export interface OnnxNode {
  name?: string;
  opType?: string;
  domain?: string;
  input?: string[];
  output?: string[];
  attribute?: OnnxAttribute[];
}
export interface OnnxValueInfo {
  name?: string;
  type?: {tensorType?: {elemType?: number; shape?: {dim?: {dimValue?: number}[]}}};
}
export interface OnnxModel {
  graph?: {
    node?: OnnxNode[];
    initializer?: OnnxTensor[];
    input?: OnnxValueInfo[];
    output?: OnnxValueInfo[];
  };
  metadataProps?: {key?: string; value?: string}[];
}

/** The messages of an ONNX file; undefined where the bytes aren't one. */
export function decodeOnnx(bytes: Uint8Array): OnnxModel | undefined {
  try {
    return modelProto.toObject(modelProto.decode(bytes), {longs: Number});
  } catch {
    return undefined;
  }
}

/** A tensor's numbers. */
export function tensorNumbers(tensor: OnnxTensor): number[] {
  if (tensor.dataLocation === 1) {
    throw new LimpideError("E_MODEL", `tensor "${tensor.name ?? ""}" is kept in another file, which isn't supported`);
  }
  const {rawData} = tensor;
  if (rawData === undefined || rawData.length === 0) {
    return tensor.floatData ?? tensor.doubleData ?? tensor.int64Data ?? tensor.int32Data ?? [];
  }
  const view = new DataView(rawData.buffer, rawData.byteOffset, rawData.byteLength);
  const read = (size: number, at: (offset: number) => number): number[] =>
    Array.from({length: Math.floor(rawData.length / size)}, (_, i) => at(i * size));
  switch (tensor.dataType) {
    case dataTypes.float:
      return read(4, (offset) => view.getFloat32(offset, true));
    case dataTypes.double:
      return read(8, (offset) => view.getFloat64(offset, true));
    case dataTypes.int64:
      return read(8, (offset) => Number(view.getBigInt64(offset, true)));
    case dataTypes.int32:
      return read(4, (offset) => view.getInt32(offset, true));
    case dataTypes.uint8:
    case dataTypes.bool:
      return read(1, (offset) => view.getUint8(offset));
    default:
      throw new LimpideError("E_MODEL", `tensor "${tensor.name ?? ""}" has the element type ${tensor.dataType}`);
  }
}

/** A node's attributes, read with errors that name the node and the attribute. */
export class Attributes {
  readonly #node: OnnxNode;
  readonly #byName: Map<string, OnnxAttribute>;

  constructor(node: OnnxNode) {
    this.#node = node;
    this.#byName = new Map((node.attribute ?? []).map((attribute) => [attribute.name ?? "", attribute]));
  }

  fail(message: string): never {
    throw nodeError(this.#node, message);
  }

  has(name: string): boolean {
    return this.#byName.has(name);
  }

  integer(name: string, otherwise: number): number {
    return this.#byName.get(name)?.i ?? otherwise;
  }

  text(name: string, otherwise: string): string {
    const value = this.#byName.get(name)?.s;
    return value === undefined ? otherwise : new TextDecoder().decode(value);
  }

  integers(name: string, count?: number): number[] {
    return this.#sized(name, this.#byName.get(name)?.ints ?? [], count);
  }

  texts(name: string, count?: number): string[] {
    const decoder = new TextDecoder();
    return this.#sized(
      name,
      (this.#byName.get(name)?.strings ?? []).map((text) => decoder.decode(text)),
      count
    );
  }

  /** Numbers that are a list of float32, or, as newer operators have it, a tensor under `${name}_as_tensor`. */
  numbers(name: string, count?: number): number[] {
    const tensor = this.#byName.get(`${name}_as_tensor`)?.t;
    return this.#sized(name, tensor ? tensorNumbers(tensor) : (this.#byName.get(name)?.floats ?? []), count);
  }

  tensor(name: string, count?: number): number[] {
    const tensor = this.#byName.get(name)?.t;
    return this.#sized(name, tensor ? tensorNumbers(tensor) : [], count);
  }

  #sized<T>(name: string, values: T[], count: number | undefined): T[] {
    if (count !== undefined && values.length !== count) {
      this.fail(`has ${values.length} of ${count} values of ${name}`);
    }
    return values;
  }
}

/** E_MODEL that names a node of the graph. */
export function nodeError(node: OnnxNode, message: string): LimpideError {
  const name = node.name ? `node "${node.name}" (${node.opType})` : `a node ${node.opType}`;
  return new LimpideError("E_MODEL", `${name} ${message}`);
}
