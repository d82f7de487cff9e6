import {signed, unsigned} from "./leb128.ts";

/*
 * Expressions of WebAssembly, by the type of their value: each is the code that leaves the value on the stack. (Opcodes:
 * WebAssembly Core Specification 2.0, section 5.4.)
 */

export type Code = readonly number[];

/** A 32-bit integer, also a boolean or an address. */
export class I32 {
  declare readonly type: "i32";
  readonly code: Code;
  constructor(code: Code) {
    this.code = code;
  }

  add = (other: I32 | number) => new I32([...this.code, ...i32(other).code, 0x6a]);
  sub = (other: I32 | number) => new I32([...this.code, ...i32(other).code, 0x6b]);
  mul = (other: I32 | number) => new I32([...this.code, ...i32(other).code, 0x6c]);
  and = (other: I32 | number) => new I32([...this.code, ...i32(other).code, 0x71]);
  or = (other: I32 | number) => new I32([...this.code, ...i32(other).code, 0x72]);
  shiftLeft = (bits: I32 | number) => new I32([...this.code, ...i32(bits).code, 0x74]);
  shiftRight = (bits: number) => new I32([...this.code, ...i32(bits).code, 0x76]);
  isZero = () => new I32([...this.code, 0x45]);
  equals = (other: I32 | number) => new I32([...this.code, ...i32(other).code, 0x46]);
  /** Compares as unsigned and as signed integers. */
  less = (other: I32 | number) => new I32([...this.code, ...i32(other).code, 0x49]);
  atLeast = (other: I32 | number) => new I32([...this.code, ...i32(other).code, 0x4e]);
  /** Extended by zeros. */
  toI64 = () => new I64([...this.code, 0xad]);
  /** As a signed and as an unsigned integer. */
  toF64 = () => new F64([...this.code, 0xb7]);
  toF64Unsigned = () => new F64([...this.code, 0xb8]);

  // Loads from the address that this is, `offset` bytes further on.
  loadByte = (offset = 0) => new I32([...this.code, 0x2d, 0, ...unsigned(offset)]);
  loadI32 = (offset = 0) => new I32([...this.code, 0x28, 2, ...unsigned(offset)]);
  loadI64 = (offset = 0) => new I64([...this.code, 0x29, 3, ...unsigned(offset)]);
  loadF64 = (offset = 0) => new F64([...this.code, 0x2b, 3, ...unsigned(offset)]);
  loadI16 = (offset = 0) => new I32([...this.code, 0x2f, 1, ...unsigned(offset)]);
  loadV128 = (offset = 0) => new V128([...this.code, 0xfd, 0x00, 3, ...unsigned(offset)]);
  /** One 16-bit integer in all eight lanes. */
  loadSplat16 = (offset = 0) => new V128([...this.code, 0xfd, 0x08, 1, ...unsigned(offset)]);
  /** A number in the lower lane, 0 in the upper one. */
  loadF64Lower = (offset = 0) => new V128([...this.code, 0xfd, 0x5d, 3, ...unsigned(offset)]);
}

/** A 64-bit integer. */
export class I64 {
  declare readonly type: "i64";
  readonly code: Code;
  constructor(code: Code) {
    this.code = code;
  }

  add = (other: I64) => new I64([...this.code, ...other.code, 0x7c]);
  sub = (other: I64) => new I64([...this.code, ...other.code, 0x7d]);
  shiftLeft = (bits: number) => new I64([...this.code, ...i64(bits).code, 0x86]);
  /** Keeps the sign. */
  shiftRight = (bits: number) => new I64([...this.code, ...i64(bits).code, 0x87]);
  shiftRightUnsigned = (bits: number) => new I64([...this.code, ...i64(bits).code, 0x88]);
  or = (other: I64) => new I64([...this.code, ...other.code, 0x84]);
  isZero = () => new I32([...this.code, 0x50]);
  /** The lower 32 bits. */
  toI32 = () => new I32([...this.code, 0xa7]);
  /** The number that has these bits. */
  asF64 = () => new F64([...this.code, 0xbf]);
}

/** A 64-bit floating-point number. */
export class F64 {
  declare readonly type: "f64";
  readonly code: Code;
  constructor(code: Code) {
    this.code = code;
  }

  add = (other: F64 | number) => new F64([...this.code, ...f64(other).code, 0xa0]);
  sub = (other: F64 | number) => new F64([...this.code, ...f64(other).code, 0xa1]);
  mul = (other: F64 | number) => new F64([...this.code, ...f64(other).code, 0xa2]);
  div = (other: F64 | number) => new F64([...this.code, ...f64(other).code, 0xa3]);
  min = (other: F64 | number) => new F64([...this.code, ...f64(other).code, 0xa4]);
  max = (other: F64 | number) => new F64([...this.code, ...f64(other).code, 0xa5]);
  abs = () => new F64([...this.code, 0x99]);
  neg = () => new F64([...this.code, 0x9a]);
  /** The nearest integer, halves to the even one. */
  nearest = () => new F64([...this.code, 0x9e]);
  equals = (other: F64 | number) => new I32([...this.code, ...f64(other).code, 0x61]);
  less = (other: F64 | number) => new I32([...this.code, ...f64(other).code, 0x63]);
  greater = (other: F64 | number) => new I32([...this.code, ...f64(other).code, 0x64]);
  /** Truncated; out of range, the nearest there is. */
  toI64 = () => new I64([...this.code, 0xfc, 6]);
}

/** 128 bits: eight 16-bit integers or two 64-bit floating-point numbers, as each operation takes them. */
export class V128 {
  declare readonly type: "v128";
  readonly code: Code;
  constructor(code: Code) {
    this.code = code;
  }

  addI16 = (other: V128) => new V128([...this.code, ...other.code, 0xfd, 0x8e, 0x01]);
  subI16 = (other: V128) => new V128([...this.code, ...other.code, 0xfd, 0x91, 0x01]);
  /** All ones in each lane where this, unsigned, is at most the other. */
  atMostI16 = (other: V128) => new V128([...this.code, ...other.code, 0xfd, 0x34]);
  and = (other: V128) => new V128([...this.code, ...other.code, 0xfd, 0x4e]);
  addF64 = (other: V128) => new V128([...this.code, ...other.code, 0xfd, 0xf0, 0x01]);
  mulF64 = (other: V128) => new V128([...this.code, ...other.code, 0xfd, 0xf2, 0x01]);
  /** One of the two numbers. */
  f64 = (lane: 0 | 1) => new F64([...this.code, 0xfd, 0x21, lane]);
  /** This with the number at an address in its upper lane. */
  loadF64Upper = (address: I32, offset = 0) =>
    new V128([...address.code, ...this.code, 0xfd, 0x57, 3, ...unsigned(offset), 1]);
  /** The lower numbers of both, and their upper numbers. */
  lowers = (other: V128) => this.shuffleF64(other, [0, 2]);
  uppers = (other: V128) => this.shuffleF64(other, [1, 3]);

  private shuffleF64(other: V128, lanes: [number, number]): V128 {
    const bytes = lanes.flatMap((lane) => Array.from({length: 8}, (_, i) => 8 * lane + i));
    return new V128([...this.code, ...other.code, 0xfd, 0x0d, ...bytes]);
  }
}

export type Value = I32 | I64 | F64 | V128;
export type Type = Value["type"];
export type Of<T extends Type> = Extract<Value, {type: T}>;

export const typeCodes: Record<Type, number> = {i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b};
export const wrap: {[T in Type]: (code: Code) => Of<T>} = {
  i32: (code) => new I32(code),
  i64: (code) => new I64(code),
  f64: (code) => new F64(code),
  v128: (code) => new V128(code)
};

export function i32(value: I32 | number): I32 {
  return typeof value === "number" ? new I32([0x41, ...signed(value)]) : value;
}

export function i64(value: number): I64 {
  return new I64([0x42, ...signed(value)]);
}

export function f64(value: F64 | number): F64 {
  return typeof value === "number" ? new F64([0x44, ...new Uint8Array(new Float64Array([value]).buffer)]) : value;
}

/** A number in both lanes. */
export function splatF64(value: F64 | number): V128 {
  return new V128([...f64(value).code, 0xfd, 0x14]);
}

/** `a` where the condition holds, else `b`; both are computed. */
export function select<T extends I32 | I64 | F64>(condition: I32, a: T, b: T): T {
  return new (a.constructor as new (code: Code) => T)([...a.code, ...b.code, ...condition.code, 0x1b]);
}
