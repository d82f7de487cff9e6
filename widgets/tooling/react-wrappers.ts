import {elementsIn, type ElementDeclaration, type Manifest} from "./manifest-schema.ts";

/** "onLimpideLoad", the prop of `limpide-load`. */
export function eventProp(event: string): string {
  return `on${event.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())}`;
}

/** "score", the entry of an element whose module is "dist/score.js". */
function entries(manifest: Manifest): {element: ElementDeclaration; file: string}[] {
  const elements = elementsIn(manifest);
  return elements.map((element) => {
    const {path} = manifest.modules.find(({declarations}) => declarations.includes(element))!;
    return {element, file: path.replace(/^dist\//, "./")};
  });
}

/**
 * A React component for each element, with `@lit/react`: properties are set as properties, events have props. One that
 * isn't used isn't registered, and bundlers drop it.
 */
export function reactWrappers(manifest: Manifest): string {
  const all = entries(manifest);
  const imports = all.map(({element, file}) => `import {${element.name} as ${element.name}Element} from "${file}";`);
  const components = all.map(({element: {description, events, name, tagName}}) => {
    const props = events.map((event) => `${eventProp(event.name)}: "${event.name}"`).join(", ");
    return `/** ${description} */
export const ${name} = /* @__PURE__ */ component("${tagName}", ${name}Element, {${props}});`;
  });
  return `"use client";
import {createComponent} from "@lit/react";
import * as React from "react";
${imports.join("\n")}

function component(tagName, own, events) {
  // A page that has the elements of another version keeps them.
  if (typeof document !== "undefined" && customElements.get(tagName) === undefined) customElements.define(tagName, own);
  const elementClass = globalThis.customElements?.get(tagName) ?? own;
  // Lit makes a class's properties when it is asked for its attributes. They tell @lit/react what must not become an
  // attribute, a credential say; on a server nobody else asks.
  void elementClass.observedAttributes;
  return createComponent({react: React, tagName, elementClass, events, displayName: own.name});
}

${components.join("\n\n")}
`;
}

export function reactTypes(manifest: Manifest, index: string): string {
  const elements = elementsIn(manifest);
  const events = [...new Set(elements.flatMap(({events}) => events.map(({type}) => type.text)))].sort();
  const names = elements.map(({name}) => `${name} as ${name}Element`);
  const components = elements.map(({description, name, ...element}) => {
    const props = element.events.map((event) => `  ${eventProp(event.name)}: EventName<${event.type.text}>;`);
    return `/** ${description} */
export declare const ${name}: ReactWebComponent<${name}Element, {
${props.join("\n")}
}>;`;
  });
  return `import type {EventName, ReactWebComponent} from "@lit/react";
import type {${[...names, ...events].join(", ")}} from "${index}";

${components.join("\n\n")}
`;
}
