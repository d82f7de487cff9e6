import protobuf from "protobufjs/light.js";

/**
 * The messages of the ONNX format (onnx.proto, IR version 10) that a tree model needs, by their public field numbers.
 * Field names are those of onnx.proto in camel case.
 */
const messages = {
  OperatorSetIdProto: {fields: {domain: field("string", 1), version: field("int64", 2)}},
  StringStringEntryProto: {fields: {key: field("string", 1), value: field("string", 2)}},
  TensorProto: {
    fields: {
      dims: repeated("int64", 1),
      dataType: field("int32", 2),
      floatData: repeated("float", 4, true),
      int32Data: repeated("int32", 5, true),
      int64Data: repeated("int64", 7, true),
      name: field("string", 8),
      rawData: field("bytes", 9),
      doubleData: repeated("double", 10, true),
      dataLocation: field("int32", 14)
    }
  },
  AttributeProto: {
    fields: {
      name: field("string", 1),
      f: field("float", 2),
      i: field("int64", 3),
      s: field("bytes", 4),
      t: field("TensorProto", 5),
      floats: repeated("float", 7),
      ints: repeated("int64", 8),
      strings: repeated("bytes", 9),
      type: field("int32", 20)
    }
  },
  NodeProto: {
    fields: {
      input: repeated("string", 1),
      output: repeated("string", 2),
      name: field("string", 3),
      opType: field("string", 4),
      attribute: repeated("AttributeProto", 5),
      domain: field("string", 7)
    }
  },
  DimensionProto: {fields: {dimValue: field("int64", 1), dimParam: field("string", 2)}},
  TensorShapeProto: {fields: {dim: repeated("DimensionProto", 1)}},
  TensorTypeProto: {fields: {elemType: field("int32", 1), shape: field("TensorShapeProto", 2)}},
  TypeProto: {fields: {tensorType: field("TensorTypeProto", 1)}},
  ValueInfoProto: {fields: {name: field("string", 1), type: field("TypeProto", 2)}},
  GraphProto: {
    fields: {
      node: repeated("NodeProto", 1),
      name: field("string", 2),
      initializer: repeated("TensorProto", 5),
      docString: field("string", 10),
      input: repeated("ValueInfoProto", 11),
      output: repeated("ValueInfoProto", 12)
    }
  },
  ModelProto: {
    fields: {
      irVersion: field("int64", 1),
      producerName: field("string", 2),
      producerVersion: field("string", 3),
      graph: field("GraphProto", 7),
      opsetImport: repeated("OperatorSetIdProto", 8),
      metadataProps: repeated("StringStringEntryProto", 14)
    }
  }
};

/** TensorProto.DataType */
export const dataTypes = {float: 1, uint8: 2, int32: 6, int64: 7, string: 8, bool: 9, double: 11} as const;
/** AttributeProto.AttributeType */
export const attributeTypes = {float: 1, int: 2, string: 3, tensor: 4, floats: 6, ints: 7, strings: 8} as const;
/** The comparisons of ai.onnx.ml.TreeEnsemble, in the order of its enumeration. */
export const nodeModes = {leq: 0, lt: 1, gte: 2, gt: 3, eq: 4, neq: 5, member: 6} as const;

export interface TensorMessage {
  dims: number[];
  dataType: number;
  name?: string;
  rawData: Uint8Array;
}
export interface AttributeMessage {
  name: string;
  type: number;
  f?: number;
  i?: number;
  s?: Uint8Array;
  floats?: number[];
  ints?: number[];
  strings?: Uint8Array[];
  t?: TensorMessage;
}
export interface NodeMessage {
  opType: string;
  domain?: string;
  name: string;
  input: string[];
  output: string[];
  attribute?: AttributeMessage[];
}
export interface ValueInfoMessage {
  name: string;
  type: {tensorType: {elemType: number; shape: {dim: {dimValue?: number; dimParam?: string}[]}}};
}
export interface ModelMessage {
  irVersion: number;
  producerName: string;
  graph: {
    name: string;
    node: NodeMessage[];
    initializer: TensorMessage[];
    input: ValueInfoMessage[];
    output: ValueInfoMessage[];
  };
  opsetImport: {domain: string; version: number}[];
  metadataProps: {key: string; value: string}[];
}

/** Encodes and decodes the file that a `.onnx` holds. */
export const modelProto = protobuf.Root.fromJSON({nested: {onnx: {nested: messages}}}).lookupType("onnx.ModelProto");

function field(type: string, id: number): {type: string; id: number} {
  return {type, id};
}

/** onnx.proto is proto2: a list is packed only where the format says so. */
function repeated(
  type: string,
  id: number,
  packed = false
): {rule: "repeated"; type: string; id: number; options: {packed: boolean}} {
  return {rule: "repeated", type, id, options: {packed}};
}
