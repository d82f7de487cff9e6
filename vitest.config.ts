import {defineConfig} from "vitest/config";

const exclude = ["**/node_modules/**", "**/dist/**", ".limpide/**"];

export default defineConfig({
  test: {
    globalSetup: "tests/setup.ts",
    projects: [
      {
        extends: true,
        test: {
          name: "parts",
          include: ["**/*.test.ts"],
          exclude: [...exclude, "tests/**"],
          testTimeout: 60_000,
          // Building the widgets and starting a browser, beside other tests.
          hookTimeout: 120_000
        }
      },
      {
        extends: true,
        // The main job, as a newcomer runs it: one at a time, since there is one site to build.
        test: {
          name: "whole",
          globalSetup: "tests/demonstration.ts",
          include: ["tests/**/*.test.ts"],
          exclude,
          testTimeout: 900_000,
          hookTimeout: 900_000,
          fileParallelism: false,
          sequence: {groupOrder: 1}
        }
      }
    ]
  }
});
