import {elementsIn, fieldsOf, type ElementDeclaration, type Manifest} from "./manifest-schema.ts";

/** The values that a type of string literals allows: "light" and "dark" of `"light" | "dark" | null`. */
export function literalsOf(type: string): string[] {
  const parts = type.split("|").map((part) => part.trim());
  const literals = parts.filter((part) => /^"[^"]*"$/.test(part)).map((part) => part.slice(1, -1));
  return parts.every((part) => /^("[^"]*"|null|undefined)$/.test(part)) ? literals : [];
}

/** Parts, states and events in words, since the format has no place for them. */
function summary({cssParts, cssStates, description, events}: ElementDeclaration): string {
  const list = (title: string, items: {name: string; description: string}[]) =>
    items.length === 0
      ? []
      : [`**${title}**\n\n${items.map((item) => `- \`${item.name}\`: ${item.description}`).join("\n")}`];
  return [description, ...list("Events", events), ...list("Parts", cssParts), ...list("States", cssStates)].join(
    "\n\n"
  );
}

/** For `html.customData` of Visual Studio Code (https://github.com/microsoft/vscode-custom-data). */
export function htmlCustomData(manifest: Manifest): unknown {
  return {
    version: 1.1,
    tags: elementsIn(manifest).map((element) => ({
      name: element.tagName,
      description: {kind: "markdown", value: summary(element)},
      attributes: element.attributes.map(({description, name, type}) => ({
        name,
        description,
        ...(type.text === "boolean" && {valueSet: "v"}),
        ...(literalsOf(type.text).length > 0 && {values: literalsOf(type.text).map((name) => ({name}))})
      }))
    }))
  };
}

/** For `css.customData` of Visual Studio Code. */
export function cssCustomData(manifest: Manifest): unknown {
  const elements = elementsIn(manifest);
  const unique = <T extends {name: string}>(items: T[]) => [
    ...new Map(items.map((item) => [item.name, item])).values()
  ];
  return {
    version: 1.1,
    properties: unique(elements.flatMap(({cssProperties}) => cssProperties)).map((token) => ({
      name: token.name,
      description: `${token.description}; ${token.default} unless set`,
      syntax: token.syntax
    })),
    pseudoClasses: unique(elements.flatMap(({cssStates}) => cssStates)).map(({description, name}) => ({
      name: `:state(${name})`,
      description
    })),
    pseudoElements: unique(elements.flatMap(({cssParts}) => cssParts)).map(({description, name}) => ({
      name: `::part(${name})`,
      description
    }))
  };
}

/** For JetBrains' editors (https://github.com/JetBrains/web-types). */
export function webTypes(manifest: Manifest, {name, version}: {name: string; version: string}): unknown {
  return {
    $schema: "https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json",
    name,
    version,
    "description-markup": "markdown",
    contributions: {
      html: {
        elements: elementsIn(manifest).map((element) => ({
          name: element.tagName,
          description: element.description,
          source: {module: name, symbol: element.name},
          attributes: element.attributes.map(({description, name, type, ...rest}) => ({
            name,
            description,
            value: {type: type.text},
            ...(rest.default !== undefined && {default: rest.default})
          })),
          js: {
            properties: fieldsOf(element).map(({description, name, type}) => ({name, description, type: type.text})),
            events: element.events.map(({description, name, type}) => ({name, description, type: type.text}))
          },
          css: {
            properties: element.cssProperties.map(({description, name}) => ({name, description})),
            parts: element.cssParts.map(({description, name}) => ({name, description}))
          }
        }))
      }
    }
  };
}
