import {readFile} from "node:fs/promises";
import {expect, test} from "vitest";
import {colours, tokens} from "./tokens.ts";

/** WCAG 2.2 contrast ratio of two sRGB colours. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r, g, b] = [1, 3, 5].map((i) => {
      const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

const text: [keyof typeof colours, keyof typeof colours][] = [
  ["ink", "surface"],
  ["ink", "raised"],
  ["muted", "surface"],
  ["muted", "raised"],
  ["default-text", "surface"],
  ["default-text", "default-soft"],
  ["repaid-text", "surface"],
  ["repaid-text", "repaid-soft"]
];
const marks: [keyof typeof colours, keyof typeof colours][] = [
  ["default", "surface"],
  ["repaid", "surface"],
  ["line-strong", "surface"],
  ["client", "bar"],
  ["focus", "surface"]
];

test.each([0, 1])("text has a contrast of at least 4.5 and marks of 3, in theme %i", (theme) => {
  for (const [a, b] of text) expect(contrast(colours[a][theme]!, colours[b][theme]!), `${a} ${b}`).toBeGreaterThan(4.5);
  for (const [a, b] of marks) expect(contrast(colours[a][theme]!, colours[b][theme]!), `${a} ${b}`).toBeGreaterThan(3);
});

test("default is vermilion and repayment blue", () => {
  expect(colours.default[0]).toBe("#d55e00");
  expect(colours.repaid[0]).toBe("#0072b2");
});

test("the README documents every custom property with its default", async () => {
  const readme = await readFile(new URL("../../../README.md", import.meta.url), "utf8");
  for (const name of Object.keys(tokens)) expect(readme).toContain(`\`${name}\``);
  for (const [name, [light, dark]] of Object.entries(colours)) {
    expect(readme, name).toMatch(new RegExp(`\`--limpide-${name}\` *\\|[^\\n]*\`${light}\`[^\\n]*\`${dark}\``));
  }
});
