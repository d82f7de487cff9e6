import {defineConfig} from "vitest/config";

const exclude = ["**/node_modules/**", "**/dist/**", ".limpide/**"];

export default defineConfig({
  test: {
    globalSetup: "tests/setup.ts",
    projects: [
      {
        extends: true,
        test: {name: "parts", include: ["**/*.test.ts"], exclude: [...exclude, "tests/**"], testTimeout: 60_000}
      },
      {
        extends: true,
        // The main job, as a newcomer runs it: one at a time, since it builds the one site.
        test: {
          name: "whole",
          include: ["tests/**/*.test.ts"],
          exclude,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
          sequence: {groupOrder: 1}
        }
      }
    ]
  }
});
