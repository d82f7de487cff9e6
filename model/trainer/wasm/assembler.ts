/**
 * A typed assembler of WebAssembly: expressions are values of TypeScript classes, statements are written one after the
 * other into a function. No more of the instruction set than the trainer's kernels use.
 *
 * (Binary format and opcodes: WebAssembly Core Specification 2.0, section 5, with the threads proposal's shared memory.)
 */

type Code = readonly number[];

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
  less = (other: F64 | number) => new I32([...this.code, ...f64(other).code, 0x63]);
  greater = (other: F64 | number) => new I32([...this.code, ...f64(other).code, 0x64]);
  /** Truncated; out of range, the nearest there is. */
  toI64 = () => new I64([...this.code, 0xfc, 6]);
}

type Value = I32 | I64 | F64;
type Type = Value["type"];
type Of<T extends Type> = Extract<Value, {type: T}>;

const typeCodes: Record<Type, number> = {i32: 0x7f, i64: 0x7e, f64: 0x7c};
const wrap: {[T in Type]: (code: Code) => Of<T>} = {
  i32: (code) => new I32(code),
  i64: (code) => new I64(code),
  f64: (code) => new F64(code)
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

/** `a` where the condition holds, else `b`; both are computed. */
export function select<T extends I32 | I64 | F64>(condition: I32, a: T, b: T): T {
  return new (a.constructor as new (code: Code) => T)([...a.code, ...b.code, ...condition.code, 0x1b]);
}

/** A local variable: read wherever a value is, written by `Body.set`. */
type Local<T extends Type> = Of<T> & {readonly local: number};

/** The statements of one function, in order. */
export class Body {
  private readonly types: Type[];
  private readonly parameters: number;
  private statements: number[] = [];

  constructor(parameters: Type[]) {
    this.types = [...parameters];
    this.parameters = parameters.length;
  }

  /** A new local variable, 0 at first. */
  local<T extends Type>(type: T): Local<T> {
    this.types.push(type);
    return readLocal(type, this.types.length - 1);
  }

  set<T extends Type>(local: Local<T>, value: Of<T>): void {
    this.statements.push(...value.code, 0x21, ...unsigned(local.local));
  }

  /** Stores at an address, `offset` bytes further on. */
  store(address: I32, value: Value, offset = 0): void {
    const codes = value instanceof I32 ? [0x36, 2] : value instanceof I64 ? [0x37, 3] : [0x39, 3];
    this.statements.push(...address.code, ...value.code, ...codes, ...unsigned(offset));
  }

  /** Copies bytes, which may overlap. */
  copy(to: I32, from: I32, bytes: I32): void {
    this.statements.push(...to.code, ...from.code, ...bytes.code, 0xfc, 10, 0, 0);
  }

  /** Repeats while the condition holds. */
  while(condition: I32, body: () => void): void {
    const inner = this.collect(body);
    this.statements.push(0x02, 0x40, 0x03, 0x40, ...condition.isZero().code, 0x0d, 1, ...inner, 0x0c, 0, 0x0b, 0x0b);
  }

  if(condition: I32, then: () => void): void {
    this.statements.push(...condition.code, 0x04, 0x40, ...this.collect(then), 0x0b);
  }

  /** Leaves the innermost `while` at once; to be called right in its body or in an `if` of it, `depth` ifs deep. */
  break(depth = 0): void {
    this.statements.push(0x0c, ...unsigned(1 + depth));
  }

  return(value: Value): void {
    this.statements.push(...value.code, 0x0f);
  }

  private collect(body: () => void): number[] {
    const outer = this.statements;
    this.statements = [];
    body();
    const inner = this.statements;
    this.statements = outer;
    return inner;
  }

  assemble(): number[] {
    const locals = this.types.slice(this.parameters).map((type) => [1, typeCodes[type]]);
    return sized([...vector(locals), ...this.statements, 0x0b]);
  }
}

function readLocal<T extends Type>(type: T, index: number): Local<T> {
  return Object.assign(wrap[type]([0x20, ...unsigned(index)]), {local: index});
}

/** A function to assemble: its parameters in the order of the call, by name, and what it does with them. */
export interface Definition {
  name: string;
  parameters: Type[];
  result: Type | null;
  body: number[];
}

/** Defines a function by the types of its parameters and by its statements. */
export function define<P extends Record<string, Type>>(
  name: string,
  parameters: P,
  result: Type | null,
  write: (body: Body, parameters: {[K in keyof P]: Local<P[K]>}) => void
): Definition {
  const types = Object.values(parameters);
  const body = new Body(types);
  const locals = Object.fromEntries(Object.entries(parameters).map(([key, type], i) => [key, readLocal(type, i)]));
  write(body, locals as {[K in keyof P]: Local<P[K]>});
  return {name, parameters: types, result, body: body.assemble()};
}

/** The bytes of a module that exports functions over an imported shared memory, `env.memory`. */
export function assemble(functions: Definition[], maximumPages: number): Uint8Array<ArrayBuffer> {
  const types = functions.map(({parameters, result}) => [
    0x60,
    ...vector(parameters.map((type) => [typeCodes[type]])),
    ...vector(result ? [[typeCodes[result]]] : [])
  ]);
  const memory = [...text("env"), ...text("memory"), 0x02, 0x03, ...unsigned(0), ...unsigned(maximumPages)];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector(types)),
    ...section(2, vector([memory])),
    ...section(3, vector(functions.map((_, i) => unsigned(i)))),
    ...section(7, vector(functions.map(({name}, i) => [...text(name), 0, ...unsigned(i)]))),
    ...section(10, vector(functions.map(({body}) => body)))
  ]);
}

function section(id: number, content: number[]): number[] {
  return [id, ...sized(content)];
}

function sized(content: number[]): number[] {
  return [...unsigned(content.length), ...content];
}

function vector(items: number[][]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): number[] {
  return sized([...new TextEncoder().encode(value)]);
}

/** LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  for (;;) {
    const low = value % 128;
    value = Math.floor(value / 128);
    if (value === 0) return [...bytes, low];
    bytes.push(low | 128);
  }
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  for (;;) {
    const low = ((value % 128) + 128) % 128;
    value = Math.floor(value / 128);
    if ((value === 0 && low < 64) || (value === -1 && low >= 64)) return [...bytes, low];
    bytes.push(low | 128);
  }
}
