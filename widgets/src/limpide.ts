// What a page without a bundler loads: everything in one file, registered.
import "./define.ts";

export * from "./index.ts";
