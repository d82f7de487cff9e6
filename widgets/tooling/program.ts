import {dirname, join} from "node:path";
import ts from "typescript";
import {packageEntries, sources} from "./elements.ts";

/** The package's sources as TypeScript understands them. */
export interface Sources {
  program: ts.Program;
  checker: ts.TypeChecker;
  /** @throws {Error} where the file isn't part of the package */
  file: (path: string) => ts.SourceFile;
}

/** Reads every entry and what it imports, about two seconds. */
export function readSources(options: ts.CompilerOptions = {}): Sources {
  const configuration = ts.getParsedCommandLineOfConfigFile(
    join(import.meta.dirname, "..", "tsconfig.types.json"),
    options,
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic({messageText}) {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n"));
      }
    }
  )!;
  const roots = [...Object.values(packageEntries()), join(sources, "limpide.ts")];
  const program = ts.createProgram(roots, configuration.options);
  return {
    program,
    checker: program.getTypeChecker(),
    file(path) {
      const file = program.getSourceFile(path);
      if (file === undefined) throw new Error(`${path} is not part of the package`);
      return file;
    }
  };
}

/** Whether a file is the project's own, rather than a package's or TypeScript's. */
export function isOwn(path: string): boolean {
  return path.startsWith(dirname(join(sources, ".."))) && !path.includes("/node_modules/");
}
