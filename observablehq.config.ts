import type {Language} from "./model/contract/text.ts";
import {typeset} from "./src/components/typography.ts";

/** The pages, in the order of the navigation, each with what it says of itself to search engines. French ones stand at the root, English ones in en/. */
const pages = [
  {
    path: "/index",
    name: {fr: "Vue d'ensemble", en: "Overview"},
    description: {
      fr: "Limpide estime le risque de défaut d'une demande de crédit et dit exactement pourquoi. Le portefeuille, la distribution du score et ce que décide le seuil.",
      en: "Limpide estimates the risk that a credit application ends in default and says exactly why. The portfolio, how the score is distributed and what its threshold decides."
    }
  },
  {
    path: "/client",
    name: {fr: "Client", en: "Client"},
    description: {
      fr: "Le score d'un client, ce qui le fait monter ou descendre, et comment ce client se compare aux autres et à ceux qui lui ressemblent.",
      en: "A client's score, what raises or lowers it, and how that client compares with everyone and with similar clients."
    }
  },
  {
    path: "/global",
    name: {fr: "Ce qui compte", en: "What matters"},
    description: {
      fr: "Les données qui déplacent le plus le score, dans quel sens et pour qui : familles, variables, valeurs, et ce que le classement perdrait sans elles.",
      en: "The data that move the score most, which way and for whom: families, features, values, and what the ranking would lose without them."
    }
  },
  {
    path: "/explanations",
    name: {fr: "Explications vérifiées", en: "Explanations checked"},
    description: {
      fr: "Si les explications additionnées redonnent le score, vont dans le sens attendu, tiennent quand le modèle est réentraîné et se comprennent ; et l'avis d'une autre méthode.",
      en: "Whether explanations add up to the score, go the way that is expected, hold when the model is trained again and are understood; and what another method makes of them."
    }
  },
  {
    path: "/performance",
    name: {fr: "Performance", en: "Performance"},
    description: {
      fr: "Ce que le score classe bien, si ses probabilités sont justes et ce que coûtent ses erreurs, mesuré sur des clients que le modèle n'avait pas vus.",
      en: "What the score ranks well, whether its probabilities are right and what its errors cost, measured on clients that the model had not seen."
    }
  },
  {
    path: "/model-card",
    name: {fr: "Fiche du modèle", en: "Model card"},
    description: {
      fr: "D'où vient le modèle, à quoi il sert et à quoi il ne sert pas, ce qu'il vaut, ce qu'il coûte d'écarter les attributs protégés, et ses limites.",
      en: "Where the model comes from, what it is for and what it isn't, what it is worth, what leaving protected attributes out costs, and its limits."
    }
  },
  {
    path: "/data",
    name: {fr: "Données", en: "Data"},
    description: {
      fr: "Ce qui a été lu des sept tables, ce qui a été mis de côté et pourquoi, et ce que chaque colonne veut dire.",
      en: "What was read of the seven tables, what was set aside and why, and what each column means."
    }
  },
  {
    path: "/methodology",
    name: {fr: "Méthodologie", en: "Methodology"},
    description: {
      fr: "Comment le modèle de Limpide est entraîné, ce qu'il optimise, comment il s'explique et où il s'arrête. Chaque chiffre vient de la construction qui a fait le modèle.",
      en: "How Limpide's model is trained, what it optimises, how it explains itself and where it stops. Every figure comes from the build that made the model."
    }
  },
  {
    path: "/developers",
    name: {fr: "Développeurs", en: "Developers"},
    description: {
      fr: "Montrer un score, ses raisons et la comparaison d'un client dans votre propre outil : deux balises, des exemples à modifier, l'apparence, les événements, les clés d'accès, et que faire de chaque code d'erreur.",
      en: "Show a score, its reasons and how a client compares in your own tool: two tags, examples to edit, theming, events, credentials, and what to do about each error code."
    }
  }
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

function prefixOf(language: Language): string {
  return language === "fr" ? "" : "/en";
}

/** The same page in the other language. */
function twinOf(path: string): string {
  return languageOf(path) === "fr" ? `/en${path}` : path.slice("/en".length);
}

interface Page {
  title?: string | null;
  path: string;
}

function head({path}: Page): string {
  const language = languageOf(path);
  const page = pages.find((one) => prefixOf(language) + one.path === path);
  const description = page === undefined ? "" : typeset(page.description[language], language);
  // "external": the build lays the fonts down after Framework has run.
  const fonts = language === "fr" ? "./fonts" : "../fonts";
  return `<meta name="description" content="${escapeAttribute(description)}">
<link rel="stylesheet external" href="${fonts}/fonts.css">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/icon.svg" type="image/svg+xml">`;
}

function header({path}: Page): string {
  const language = languageOf(path);
  const other = language === "fr" ? "en" : "fr";
  const prefix = prefixOf(language);
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
 * What Framework's page template can't be told: the language of the document, that readers may zoom, and that the
 * moment a file was written is no part of a page: the same data give the same bytes.
 * The build calls it on each page that Framework wrote.
 *
 * @param html a whole page
 * @param file its path in the site, such as "en/client.html"
 */
export function finishPage(html: string, file: string): string {
  return html
    .replace(/<html>/, `<html lang="${languageOf(`/${file}`)}">`)
    .replace(/^registerFile\(.*\);$/gm, (call) => call.replace(/,"lastModified":\d+/, ""))
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
  // Each loader in one process of the Node that runs the build; Framework's own choice, the command tsx, takes two.
  interpreters: {".ts": [process.execPath, "--import", "tsx"]},
  // The model card keeps this address from build to build, for whoever refers to it.
  dynamicPaths: ["/data/model-card.json"],
  // Links name files, so that any static host finds them.
  preserveExtension: true,
  markdownIt: typesetPages
};
