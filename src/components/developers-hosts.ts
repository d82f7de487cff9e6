import type {Language} from "../../model/contract/text.ts";
import {code} from "./developers-code.js";
import type {WidgetsDocumentation} from "./developers-data.js";
import {tabs} from "./developers-tabs.js";
import {paragraph} from "./developers-text.js";
import {typeset} from "./typography.js";

const names: Record<string, string> = {
  html: "HTML",
  "react-19": "React 19",
  "react-18": "React 18",
  vue: "Vue",
  angular: "Angular",
  svelte: "Svelte",
  php: "PHP"
};

const words = {
  fr: {
    label: "Framework de la page",
    html: "Rien à installer : une balise charge les composants, les autres les placent. Un programme de la page règle `ref` quand un dossier s'ouvre. Pour une liste, `compact` met le score sur une ligne.",
    "react-19":
      'React 19 règle les propriétés des balises et écoute leurs événements. Il garde `ref` pour lui : écrivez `clientRef`. Les types des balises : `import "@limpide/widgets/jsx"`.',
    "react-18":
      "React 18 n'écrit que des attributs et n'entend pas ces événements : un petit composant fait le lien. `@limpide/widgets/react` le fournit avec ses types, pour `@lit/react`.",
    vue: 'Vue doit savoir que ces balises ne sont pas les siennes. Un point lie une propriété, `@` un événement. Les types : `import "@limpide/widgets/vue"`.',
    angular: "`CUSTOM_ELEMENTS_SCHEMA` laisse passer les balises ; crochets et parenthèses lient comme toujours.",
    svelte:
      'Svelte 5 règle les propriétés et écoute les événements sans réglage. Les types : `import "@limpide/widgets/svelte"`.',
    php: "Le serveur écrit les balises et la référence ; la clé est demandée par la page."
  },
  en: {
    label: "The page's framework",
    html: "Nothing to install: one tag loads the elements, the others place them. A script of the page sets `ref` when a file is opened. For a list, `compact` puts the score on one line.",
    "react-19":
      'React 19 sets the tags\' properties and hears their events. It keeps `ref` for itself: write `clientRef`. Types of the tags: `import "@limpide/widgets/jsx"`.',
    "react-18":
      "React 18 writes attributes alone and doesn't hear these events: a small component makes the link. `@limpide/widgets/react` has it with types, for `@lit/react`.",
    vue: 'Vue has to know that these tags are none of its own. A dot binds a property, `@` an event. Types: `import "@limpide/widgets/vue"`.',
    angular: "`CUSTOM_ELEMENTS_SCHEMA` lets the tags through; brackets and parentheses bind as ever.",
    svelte: 'Svelte 5 sets properties and hears events as it is. Types: `import "@limpide/widgets/svelte"`.',
    php: "The server writes the tags and the reference; the page asks for the credential."
  }
};

/** No example of the project's is in Svelte. */
const svelte = `<script>
  import "@limpide/widgets/define";
  import {book, getCredential} from "./crm.js";

  let {client, compare} = $props();
</script>

<limpide-score src={book} clientRef={client.ref} {getCredential} />
<limpide-reasons src={book} clientRef={client.ref} {getCredential} selectable onlimpide-select={compare} />`;

/** What to write in each framework, from the examples that the tests run. */
export function hostsTabs({hosts}: WidgetsDocumentation, language: Language): HTMLElement {
  const text: Record<string, string> = words[language];
  const all = Object.keys(names).filter((id) => id === "svelte" || hosts[id] !== undefined);
  return tabs(
    typeset(words[language].label, language),
    all.map((id) => ({
      id: `host-${id}`,
      name: names[id]!,
      content: [
        paragraph(text[id]!, language),
        ...(hosts[id] ?? [{file: "Score.svelte", code: svelte}]).map((one) => code(one.code, language, one.file))
      ]
    }))
  );
}
