import {ClientElement} from "./client-element.ts";
import {contentStyles} from "./content.styles.ts";
import {Drawing} from "./drawing.ts";

/** A widget with lists, tables, controls or charts: what those share comes on top. */
export abstract class LimpideElement extends ClientElement {
  static override readonly styles = [...ClientElement.styles, contentStyles];

  protected readonly drawing = new Drawing(this);
}
