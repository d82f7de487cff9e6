import {unsigned} from "./leb128.ts";
import {I32, I64, F64, typeCodes, wrap, type Code, type Of, type Type, type Value} from "./values.ts";

/**
 * A typed assembler of WebAssembly: expressions are values of TypeScript classes, statements are written one after the
 * other into a function. No more of the instruction set than this project's kernels use.
 *
 * (Binary format and opcodes: WebAssembly Core Specification 2.0, section 5, with the threads proposal's shared memory.)
 */

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
    this.statements.push(...address.code, ...value.code, ...storeCodes(value), ...unsigned(offset));
  }

  /** Stores the lower 16 bits. */
  storeI16(address: I32, value: I32, offset = 0): void {
    this.statements.push(...address.code, ...value.code, 0x3b, 1, ...unsigned(offset));
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

function storeCodes(value: Value): Code {
  if (value instanceof I32) return [0x36, 2];
  if (value instanceof I64) return [0x37, 3];
  if (value instanceof F64) return [0x39, 3];
  return [0xfd, 0x0b, 3];
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

/** The bytes of a module that exports functions over an imported memory, `env.memory`: shared unless told. */
export function assemble(
  functions: Definition[],
  maximumPages: number,
  {shared = true}: {shared?: boolean} = {}
): Uint8Array<ArrayBuffer> {
  const types = functions.map(({parameters, result}) => [
    0x60,
    ...vector(parameters.map((type) => [typeCodes[type]])),
    ...vector(result ? [[typeCodes[result]]] : [])
  ]);
  const memory = [
    ...text("env"),
    ...text("memory"),
    0x02,
    shared ? 0x03 : 0x01,
    ...unsigned(0),
    ...unsigned(maximumPages)
  ];
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
