import type {Language} from "../../model/contract/text.ts";
import type {LiveBook} from "./developers-book.js";
import {code} from "./developers-code.js";
import {paragraph} from "./developers-text.js";
import {element} from "./dom.js";

const words = {
  fr: {
    fallback: "Demandez le score au service des engagements.",
    install:
      "`/widgets/` est le dossier où vous publiez les fichiers du paquet. Avec un outil de construction, `npm install @limpide/widgets`, puis une ligne :",
    comments: ["tous les composants", "ou un seul"]
  },
  en: {
    fallback: "Ask the credit department for the score.",
    install:
      "`/widgets/` is the folder where you publish the package's files. With a bundler, `npm install @limpide/widgets`, then one line:",
    comments: ["every element", "or one"]
  }
};

/** All that a page without a bundler needs. */
export function quickStart({clients}: LiveBook, language: Language): HTMLElement {
  const ref = clients[0]?.ref ?? "k3TbY0m1Q2a9vXc7RrJ5Lw";
  return code(
    `<script type="module" src="/widgets/limpide.js"></script>

<limpide-score src="/book/" ref="${ref}">
  <p slot="fallback">${words[language].fallback}</p>
</limpide-score>`,
    language
  );
}

/** The same for a page that is built. */
export function quickInstall(language: Language): HTMLElement {
  const {comments, install} = words[language];
  return element(
    "div",
    {},
    paragraph(install, language),
    code(
      `import "@limpide/widgets/define"; // ${comments[0]}
import "@limpide/widgets/score/define"; // ${comments[1]}`,
      language
    )
  );
}
