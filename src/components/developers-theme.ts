import type {Language} from "../../model/contract/text.ts";
import type {CssProperty} from "../../widgets/tooling/manifest-schema.ts";
import {bookNotice, type LiveBook} from "./developers-book.js";
import {code, codeBlock} from "./developers-code.js";
import {contrastOf} from "./developers-contrast.js";
import {elementsOf, type WidgetsDocumentation} from "./developers-data.js";
import {meaningOf} from "./developers-elements.js";
import {paragraph} from "./developers-text.js";
import {element} from "./dom.js";
import {formatOf} from "./format.js";
import {typeset} from "./typography.js";
import {rowsTable} from "./validation-rows.js";

const words = {
  fr: {
    table: "Les variables et leurs valeurs",
    columns: ["Variable", "Clair", "Sombre", "Ce qu'elle règle"],
    legend: "Réglages",
    reset: "Revenir aux valeurs du paquet",
    css: "Le CSS qui en résulte",
    untouched: "/* Rien n'est changé : voici les valeurs du paquet. */",
    contrast: (ratio: string, isEnough: boolean) =>
      `Contraste du texte sur le fond : ${ratio}. ${isEnough ? "C'est assez pour être lu (4,5 au moins)." : "C'est trop peu pour être lu par tous : il faut au moins 4,5."}`,
    example: "Exemple : le score d'un client",
    parts: "Les parties et les états se règlent aussi :"
  },
  en: {
    table: "The custom properties and their values",
    columns: ["Custom property", "Light", "Dark", "What it sets"],
    legend: "Settings",
    reset: "Back to the package's values",
    css: "The CSS that follows",
    untouched: "/* Nothing is changed: these are the package's values. */",
    contrast: (ratio: string, isEnough: boolean) =>
      `Contrast of text on its background: ${ratio}. ${isEnough ? "That is enough to be read (at least 4.5)." : "That is too little for everybody to read: it takes at least 4.5."}`,
    example: "Example: a client's score",
    parts: "Parts and states can be styled too:"
  }
};

/** What a custom property is where a page doesn't set it: in light, and in dark where that is another. */
export function valuesOf({default: value}: Pick<CssProperty, "default">): readonly [light: string, dark?: string] {
  const [, light, dark] = /^light-dark\((#\w+), (#\w+)\)$/.exec(value) ?? [];
  return light === undefined ? [value.replaceAll("--_", "--limpide-")] : [light, dark!];
}

function propertiesOf(documentation: WidgetsDocumentation): CssProperty[] {
  return elementsOf(documentation)[0]?.cssProperties ?? [];
}

/** Every custom property with its values, colours as swatches too. */
export function tokensTable(documentation: WidgetsDocumentation, language: Language): HTMLElement {
  const {columns, table} = words[language];
  const cell = (value: string | undefined, isColour: boolean) =>
    value === undefined
      ? ""
      : element("span", {class: "developers-value"}, isColour ? swatch(value) : null, element("code", {}, value));
  return rowsTable(
    {
      label: typeset(table, language),
      columns,
      kind: "developers-table developers-tokens",
      rows: propertiesOf(documentation).map((property) => {
        const [light, dark] = valuesOf(property);
        const isColour = dark !== undefined;
        return {
          cells: [
            element("code", {}, property.name),
            cell(light, isColour),
            cell(dark, isColour),
            typeset(meaningOf("token", property.name, property.description, language), language)
          ]
        };
      })
    },
    language
  );
}

function swatch(colour: string): HTMLElement {
  const node = element("span", {class: "developers-swatch"});
  node.style.background = colour;
  return node;
}

/** What the page lets people try: colours, and sizes in em. */
const tried = [
  {name: "--limpide-surface"},
  {name: "--limpide-ink"},
  {name: "--limpide-default"},
  {name: "--limpide-repaid"},
  {name: "--limpide-radius", least: 0, most: 2, step: 0.125},
  {name: "--limpide-padding", least: 0.5, most: 3, step: 0.125},
  {name: "--limpide-score-size", least: 1.5, most: 5, step: 0.25}
] as const;

let made = 0;

/** A score, controls for some of the custom properties, and the CSS that does the same. */
export function themeExample(documentation: WidgetsDocumentation, book: LiveBook, language: Language): HTMLElement {
  const text = words[language];
  const properties = new Map(propertiesOf(documentation).map((property) => [property.name, property]));
  const {decimal} = formatOf(language);
  const id = `theme-${++made}`;
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const css = codeBlock("", language, typeset(text.css, language));
  const contrast = element("p", {class: "developers-contrast", role: "status"});
  const example = element("div", {
    class: "developers-result",
    role: "group",
    "aria-label": typeset(text.example, language)
  });
  const controls = tried
    .filter(({name}) => properties.has(name))
    .map((one) => {
      const property = properties.get(one.name)!;
      const [light, dark = light] = valuesOf(property);
      const isColour = !("step" in one);
      const initial = isColour ? (isDark ? dark : light) : String(parseFloat(light));
      const input = element("input", {
        id: `${id}${one.name}`,
        type: isColour ? "color" : "range",
        value: initial,
        ...("step" in one && {min: one.least, max: one.most, step: one.step})
      });
      // A range keeps a value that was set before its step only rounded to whole numbers.
      input.value = initial;
      const output = element("output", {for: input.id});
      const label = meaningOf("token", one.name, property.description, language);
      input.addEventListener("input", () => show());
      return {
        name: one.name,
        input,
        output,
        valueOf: () => (isColour ? input.value : `${Number(input.value)}em`),
        isChanged: () => input.value !== initial,
        reset: () => (input.value = initial),
        row: element(
          "p",
          {class: "developers-control"},
          element("label", {for: input.id}, typeset(label.slice(0, 1).toUpperCase() + label.slice(1), language)),
          input,
          output
        )
      };
    });
  const valueOf = (name: string) => controls.find((control) => control.name === name)?.valueOf();

  function show(): void {
    const changed = controls.filter(({isChanged}) => isChanged());
    for (const {name, output, valueOf, isChanged} of controls) {
      output.textContent = valueOf();
      if (isChanged()) example.style.setProperty(name, valueOf());
      else example.style.removeProperty(name);
    }
    const told = changed.length > 0 ? changed : controls;
    const lines = told.map(({name, valueOf}) => `  ${name}: ${valueOf()};`);
    css.show(`${changed.length > 0 ? "" : `${typeset(text.untouched, language)}\n`}:root {\n${lines.join("\n")}\n}`);
    const ratio = contrastOf(valueOf("--limpide-ink")!, valueOf("--limpide-surface")!);
    const message = typeset(text.contrast(decimal(Math.floor(ratio * 10) / 10, 1), ratio >= 4.5), language);
    // What is said again at each step of a slider would be read aloud again.
    if (contrast.textContent !== message) contrast.textContent = message;
    contrast.classList.toggle("developers-warning", ratio < 4.5);
  }

  const reset = element("button", {type: "button"}, typeset(text.reset, language));
  reset.addEventListener("click", () => {
    for (const control of controls) control.reset();
    show();
  });
  const first = book.clients[0];
  if (first !== undefined) {
    const widget = document.createElement("limpide-score");
    widget.setAttribute("src", book.src);
    widget.setAttribute("ref", first.ref);
    example.append(widget);
  }
  show();
  return element(
    "div",
    {class: "developers-theme"},
    element(
      "fieldset",
      {class: "developers-controls"},
      element("legend", {}, text.legend),
      ...controls.map(({row}) => row),
      contrast,
      reset
    ),
    first === undefined ? bookNotice(book, language) : example,
    css.node
  );
}

/** Parts, states, and room for an element whose code is still loading. */
export function stylesExample(language: Language): HTMLElement {
  return element(
    "div",
    {},
    paragraph(words[language].parts, language),
    code(
      `limpide-score::part(heading) {
  font-family: Georgia, serif;
}

limpide-score:state(failed) {
  --limpide-border: 2px dashed currentColor;
}

limpide-score:not(:defined) {
  display: block;
  min-block-size: 30em;
}`,
      language
    )
  );
}
