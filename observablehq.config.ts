import type {Language} from "./model/contract/text.ts";
import {typeset} from "./src/components/typography.ts";

/** The pages, in the order of the navigation. French ones stand at the root, English ones in en/. */
const pages = [
  {path: "/index", name: {fr: "Vue d'ensemble", en: "Overview"}},
  {path: "/client", name: {fr: "Client", en: "Client"}},
  {path: "/performance", name: {fr: "Performance", en: "Performance"}},
  {path: "/methodology", name: {fr: "Méthodologie", en: "Methodology"}}
] as const;

const words = {
  fr: {
    skip: "Aller au contenu",
    navigation: "Pages",
    other: "English",
    footer:
      "Limpide recommande, le conseiller décide. Chaque chiffre de ce site vient de la même construction que le modèle. " +
      "Le site ne demande rien à aucun autre serveur et ne contient aucune donnée personnelle."
  },
  en: {
    skip: "Skip to content",
    navigation: "Pages",
    other: "Français",
    footer:
      "Limpide recommends, the advisor decides. Every figure on this site comes from the same build as the model. " +
      "The site asks nothing of any other server and holds no personal data."
  }
};

export function languageOf(path: string): Language {
  return path.startsWith("/en/") ? "en" : "fr";
}

/** The same page in the other language. */
function twinOf(path: string): string {
  return languageOf(path) === "fr" ? `/en${path}` : path.slice("/en".length);
}

interface Page {
  title?: string | null;
  path: string;
  data: Record<string, unknown>;
}

function head({data}: Page): string {
  const description = typeof data.description === "string" ? data.description : "";
  return `<meta name="description" content="${escapeAttribute(description)}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/icon.svg" type="image/svg+xml">`;
}

function header({path}: Page): string {
  const language = languageOf(path);
  const other = language === "fr" ? "en" : "fr";
  const prefix = language === "fr" ? "" : "/en";
  const {skip, navigation, other: otherName} = words[language];
  const links = pages.map(
    (page) =>
      `<li><a href="${prefix}${page.path}"${path === prefix + page.path ? ' aria-current="page"' : ""}>` +
      `${typeset(page.name[language], language)}</a></li>`
  );
  return `<a class="skip" href="#content">${skip}</a>
<a class="brand" href="${prefix}/index">Limpide</a>
<nav class="pages" aria-label="${navigation}"><ul>${links.join("")}</ul></nav>
<a class="language" href="${twinOf(path)}" lang="${other}" hreflang="${other}">${otherName}</a>
<span id="content"></span>`;
}

function footer({path}: Page): string {
  const language = languageOf(path);
  return `<p>${typeset(words[language].footer, language)}</p>`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/**
 * What Framework's page template can't be told: the language of the document, and that readers may zoom.
 * The build calls it on each page that Framework wrote.
 *
 * @param html a whole page
 * @param file its path in the site, such as "en/client.html"
 */
export function finishPage(html: string, file: string): string {
  return html
    .replace(/<html>/, `<html lang="${languageOf(`/${file}`)}">`)
    .replace(/(<meta name="viewport" content="[^"]*?),\s*maximum-scale=1"/, '$1"');
}

interface TextToken {
  type: string;
  content: string;
  children: TextToken[] | null;
}

/** Typesets the text of French pages as they are read; code is left as it is. */
function typesetPages(md: {core: {ruler: {push(name: string, rule: (state: TypesetState) => void): void}}}): typeof md {
  md.core.ruler.push("typeset", ({env, tokens}) => {
    const language = languageOf(env.path ?? "/index");
    const visit = (list: TextToken[]): void => {
      for (const token of list) {
        if (token.type === "text") token.content = typeset(token.content, language);
        if (token.type === "html_block") token.content = typesetHtml(token.content, language);
        if (token.children !== null) visit(token.children);
      }
    };
    visit(tokens);
  });
  return md;
}

/** Typesets what stands between tags. */
function typesetHtml(html: string, language: Language): string {
  return html.replace(/(^|>)([^<]+)/g, (_, edge: string, text: string) => edge + typeset(text, language));
}

interface TypesetState {
  env: {path?: string};
  tokens: TextToken[];
}

export default {
  root: "src",
  output: process.env.LIMPIDE_SITE_OUT ?? "dist/site",
  title: "Limpide",
  style: "style.css",
  // Framework's own defaults are a font from a CDN and a line that names its maker's site.
  globalStylesheets: [],
  head,
  header,
  footer,
  sidebar: false,
  pager: false,
  toc: false,
  search: false,
  // Links name files, so that any static host finds them.
  preserveExtension: true,
  markdownIt: typesetPages
};
