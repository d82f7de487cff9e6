import {createElement, useLayoutEffect, useRef} from "react";

/**
 * A custom element in React 18, which would write every property as an attribute, knows no custom events, and keeps
 * `ref` for itself: properties and listeners are set on the element instead.
 *
 * @param {{tag: string, on?: Record<string, (event: Event) => void>}} props and the element's properties, by their name
 */
export function Widget({tag, on = {}, ...properties}) {
  const element = useRef(null);
  // Before the browser paints, so that nobody sees the widget without its client.
  useLayoutEffect(() => {
    Object.assign(element.current, properties);
  });
  useLayoutEffect(() => {
    const {current} = element;
    const listeners = Object.entries(on);
    for (const [type, listener] of listeners) current.addEventListener(type, listener);
    return () => {
      for (const [type, listener] of listeners) current.removeEventListener(type, listener);
    };
  });
  return createElement(tag, {ref: element});
}
