import {copyFile, mkdir, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";

/** The site's two typefaces, as variable fonts of the Latin script (SIL Open Font License). */
const fonts = [
  {
    family: "Source Serif 4",
    package: "@fontsource-variable/source-serif-4",
    file: "source-serif-4",
    weights: "200 900"
  },
  {
    family: "Source Sans 3",
    package: "@fontsource-variable/source-sans-3",
    file: "source-sans-3",
    weights: "200 900"
  }
];

/** Puts the fonts and their stylesheet into the site, which asks no other server for them: `fonts/fonts.css`. */
export async function writeSiteFonts(site: string): Promise<void> {
  const require = createRequire(import.meta.url);
  const folder = join(site, "fonts");
  await mkdir(folder, {recursive: true});
  const faces = await Promise.all(
    fonts.map(async ({family, package: name, file, weights}) => {
      const source = join(dirname(require.resolve(`${name}/package.json`)), "files", `${file}-latin-wght-normal.woff2`);
      await copyFile(source, join(folder, `${file}.woff2`));
      return `@font-face {
  font-family: "${family}";
  font-style: normal;
  font-weight: ${weights};
  font-display: swap;
  src: url("${file}.woff2") format("woff2");
}
`;
    })
  );
  await writeFile(join(folder, "fonts.css"), faces.join("\n"));
}
