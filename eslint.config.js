import js from "@eslint/js";
import prettier from "eslint-config-prettier";
import {createTypeScriptImportResolver} from "eslint-import-resolver-typescript";
import importX from "eslint-plugin-import-x";
import globals from "globals";
import tseslint from "typescript-eslint";

/**
 * Who may import whom. The keys are folders, the values the project folders that their files may reach; packages and
 * Node's built-ins are listed apart below. The table is that of the README, and CI holds it.
 */
const mayImport = {
  "model/contract": [],
  "model/wasm": [],
  "model/book": ["model/contract"],
  "model/metrics": ["model/contract"],
  "model/ensemble": ["model/contract", "model/metrics"],
  "model/explainer": ["model/contract", "model/metrics", "model/ensemble", "model/wasm"],
  "model/threads": [],
  "model/tables": ["model/contract", "model/ensemble", "model/metrics", "model/threads"],
  "model/features": ["model/contract", "model/ensemble", "model/metrics", "model/tables"],
  "model/trainer": ["model/contract", "model/ensemble", "model/metrics", "model/wasm", "model/threads"],
  "model/selection": ["model/contract", "model/metrics"],
  "model/registry": ["model/contract", "model/ensemble", "model/metrics"],
  "data-loaders": ["model"],
  "src/data": ["data-loaders", "model/contract"],
  "src/components": ["widgets", "model/contract"],
  methodology: ["data-loaders", "model/contract", "model/ensemble"],
  widgets: ["model/contract", "model/ensemble", "model/explainer"],
  server: ["data-loaders", "model"],
  bin: ["data-loaders", "model", "server"]
};
const folders = ["model", "data-loaders", "src", "methodology", "widgets", "server", "bin", "tests", "bench"];

const zones = Object.entries(mayImport).flatMap(([target, allowed]) =>
  folders.map((from) => ({
    target: `./${target}/**/!(*.test).ts`,
    from: `./${from}`,
    except: [target, ...allowed]
      .filter((folder) => folder === from || folder.startsWith(`${from}/`) || from.startsWith(`${folder}/`))
      .map((folder) => (folder === from || from.startsWith(`${folder}/`) ? "." : `./${folder.slice(from.length + 1)}`)),
    message: `${target} may import ${allowed.join(", ") || "nothing of the project"} (the table of the README)`
  }))
);

const builtins = ["node:*", "fs", "fs/*", "path", "crypto", "os", "worker_threads", "stream", "zlib", "http", "url"];

export default tseslint.config(
  {ignores: ["node_modules", "dist", "**/dist", ".limpide", "src/.observablehq", "coverage"]},
  js.configs.recommended,
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  {
    plugins: {"import-x": importX},
    settings: {"import-x/resolver-next": [createTypeScriptImportResolver()]},
    languageOptions: {globals: {...globals.node, ...globals.browser}},
    rules: {
      "import-x/no-cycle": "error",
      "import-x/no-self-import": "error",
      "import-x/no-restricted-paths": ["error", {basePath: import.meta.dirname, zones}],
      "import-x/order": ["error", {alphabetize: {order: "asc"}, "newlines-between": "never"}],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/no-invalid-void-type": "off",
      "@typescript-eslint/no-unused-vars": ["error", {argsIgnorePattern: "^_", varsIgnorePattern: "^_$"}],
      "no-console": "error"
    }
  },
  {
    files: ["model/{contract,metrics,ensemble,explainer,wasm}/**/*.ts", "widgets/src/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {"no-restricted-imports": ["error", {patterns: [{group: builtins, message: "this runs in a browser too"}]}]}
  },
  {
    files: ["model/contract/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {patterns: [{regex: "^(?!zod$|\\.{1,2}/)", message: "a contract imports zod alone"}]}
      ]
    }
  },
  {
    // Tests of the widgets publish a book of their own, as a build does.
    files: ["widgets/src/**/testing/**", "widgets/**/*.test.ts"],
    rules: {
      "import-x/no-restricted-paths": [
        "error",
        {
          basePath: import.meta.dirname,
          zones: zones.filter(({target, from}) => !(target.startsWith("./widgets/") && from === "./model"))
        }
      ],
      "no-restricted-imports": "off"
    }
  },
  {files: ["bin/**", "bench/**", "src/data/**"], rules: {"no-console": "off"}},
  prettier
);
