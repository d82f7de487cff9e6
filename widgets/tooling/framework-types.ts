import {elementsIn, fieldsOf, type ElementDeclaration, type Manifest} from "./manifest-schema.ts";

const generated = "// Generated from custom-elements.json.\n";

/** Every event class that some element fires. */
function eventTypesOf(elements: ElementDeclaration[]): string[] {
  return [...new Set(elements.flatMap(({events}) => events.map(({type}) => type.text)))].sort();
}

function imports(elements: ElementDeclaration[], from: string): string {
  const names = [...elements.map(({name}) => name), ...eventTypesOf(elements)];
  return `import type {${names.join(", ")}} from "${from}";\n`;
}

const comment = (text: string) => `/** ${text.replaceAll("*/", "*\\/")} */`;

/** What markup may set on each element and listen to, whatever the framework: `LimpideScoreProps`, `LimpideScoreEvents`. */
export function elementProps(manifest: Manifest, index: string): string {
  const elements = elementsIn(manifest);
  const blocks = elements.map((element) => {
    const {description, events, name} = element;
    const props = fieldsOf(element)
      .filter(({readonly}) => !readonly)
      .map((field) => `  ${comment(field.description)}\n  ${field.name}?: ${name}["${field.name}"] | undefined;`);
    const handled = events.map((event) => `  ${comment(event.description)}\n  "${event.name}": ${event.type.text};`);
    return `${comment(description)}
export interface ${name}Props {
${props.join("\n")}
}

${comment(`What ${element.tagName} fires.`)}
export interface ${name}Events {
${handled.join("\n")}
}
`;
  });
  return `${generated}${imports(elements, index)}\n${blocks.join("\n")}`;
}

/** JSX of React 18 and 19, and of what keeps to the global JSX namespace. */
export function jsxTypes(manifest: Manifest, index: string, props: string): string {
  const elements = elementsIn(manifest);
  const entries = elements.map(
    ({description, name, tagName}) =>
      `  ${comment(description)}\n  "${tagName}": Markup<${name}, ${name}Props, ${name}Events>;`
  );
  return `${generated}import type {DetailedHTMLProps, HTMLAttributes} from "react";
import type {${elements.map(({name}) => name).join(", ")}} from "${index}";
import type {${elements.flatMap(({name}) => [`${name}Events`, `${name}Props`]).join(", ")}} from "${props}";

type Markup<Element extends HTMLElement, Props, Events> = DetailedHTMLProps<HTMLAttributes<Element>, Element> &
  Props & {[Name in keyof Events as \`on\${Name & string}\`]?: ((event: Events[Name]) => void) | undefined} & {
    /** React 18 hands \`class\` to custom elements as it is. */
    class?: string | undefined;
  };

export interface LimpideElements {
${entries.join("\n")}
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements extends LimpideElements {}
  }
}

declare global {
  namespace JSX {
    interface IntrinsicElements extends LimpideElements {}
  }
}
`;
}

/** For Vue's templates, as its guide has it: https://vuejs.org/guide/extras/web-components */
export function vueTypes(manifest: Manifest, index: string, props: string): string {
  const elements = elementsIn(manifest);
  const entries = elements.map(
    ({description, name, tagName}) =>
      `    ${comment(description)}\n    "${tagName}": Template<${name}, ${name}Props, ${name}Events>;`
  );
  return `${generated}import type {EmitFn, HTMLAttributes} from "vue";
import type {${elements.map(({name}) => name).join(", ")}} from "${index}";
import type {${elements.flatMap(({name}) => [`${name}Events`, `${name}Props`]).join(", ")}} from "${props}";

type Template<Element extends HTMLElement, Props, Events> = new () => Element & {
  /** What a template may set. */
  $props: HTMLAttributes & Props;
  $emit: EmitFn<{[Name in keyof Events]: (event: Events[Name]) => void}>;
};

declare module "vue" {
  interface GlobalComponents {
${entries.join("\n")}
  }
}
`;
}

/** For Svelte 4 and 5. */
export function svelteTypes(manifest: Manifest, index: string, props: string): string {
  const elements = elementsIn(manifest);
  const entries = elements.map(
    ({description, name, tagName}) =>
      `    ${comment(description)}\n    "${tagName}": Markup<${name}, ${name}Props, ${name}Events>;`
  );
  return `${generated}import type {HTMLAttributes} from "svelte/elements";
import type {${elements.map(({name}) => name).join(", ")}} from "${index}";
import type {${elements.flatMap(({name}) => [`${name}Events`, `${name}Props`]).join(", ")}} from "${props}";

type Markup<Element extends HTMLElement, Props, Events> = HTMLAttributes<Element> &
  Props & {[Name in keyof Events as \`on\${Name & string}\` | \`on:\${Name & string}\`]?: ((event: Events[Name]) => void) | undefined};

declare module "svelte/elements" {
  interface SvelteHTMLElements {
${entries.join("\n")}
  }
}
`;
}
