import {
  attributeTypes,
  dataTypes,
  type AttributeMessage,
  type NodeMessage,
  type TensorMessage,
  type ValueInfoMessage
} from "./onnx-schema.ts";

/** Parts of an ONNX graph, written short. */

/** A node of the standard operators with one output, named after it. */
export function node(opType: string, input: string[], output: string, attribute: AttributeMessage[] = []): NodeMessage {
  return {opType, name: output, input, output: [output], attribute};
}

/** A node that casts to an element type. */
export function cast(input: string, output: string, to: number): NodeMessage {
  return node("Cast", [input], output, [{name: "to", type: attributeTypes.int, i: to}]);
}

/** An input or output of the graph: [N, width]. */
export function valueInfo(name: string, elemType: number, width: number): ValueInfoMessage {
  return {name, type: {tensorType: {elemType, shape: {dim: [{dimParam: "N"}, {dimValue: width}]}}}};
}

/** A constant without dimensions. */
export function scalar(name: string, value: number): TensorMessage {
  return {...doubles([value]), dims: [], name};
}

/** Raw tensor data is little-endian, whatever the machine. */
export function doubles(values: readonly number[]): TensorMessage {
  const view = new DataView(new ArrayBuffer(values.length * 8));
  values.forEach((value, i) => view.setFloat64(i * 8, value, true));
  return {dims: [values.length], dataType: dataTypes.double, rawData: new Uint8Array(view.buffer)};
}

export function floats(values: readonly number[]): TensorMessage {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, i) => view.setFloat32(i * 4, value, true));
  return {dims: [values.length], dataType: dataTypes.float, rawData: new Uint8Array(view.buffer)};
}

export function bytes(values: readonly number[]): TensorMessage {
  return {dims: [values.length], dataType: dataTypes.uint8, rawData: Uint8Array.from(values)};
}

/** An attribute that holds a list of integers. */
export function integers(name: string, values: number[]): AttributeMessage {
  return {name, type: attributeTypes.ints, ints: values};
}
