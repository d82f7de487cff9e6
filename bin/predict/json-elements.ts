/** The longest row that is read, in characters. */
export const longestElement = 16 * 1024 * 1024;

/**
 * Takes the elements out of a list in JSON that comes piece by piece, each as its own text: the list that the whole
 * file is, or the one under the key "rows" of an object.
 */
export class JsonElements {
  /** The depth of the list's elements; 0 while the list has not begun. */
  #inside = 0;
  #depth = 0;
  #text = "";
  #inElement = false;
  #inString = false;
  #escaped = false;
  #key = "";
  #done = false;

  /** Whether the list has ended. */
  get done(): boolean {
    return this.#done;
  }

  /** Whether an element is longer than any row. */
  get tooLong(): boolean {
    return this.#text.length > longestElement;
  }

  /** The elements that a further piece completes. */
  push(piece: string): string[] {
    const elements: string[] = [];
    let start = 0;
    const end = (at: number): void => {
      if (this.#inElement) elements.push(this.#text + piece.slice(start, at));
      this.#inElement = false;
      this.#text = "";
    };
    for (let i = 0; i < piece.length && !this.#done; i++) {
      const character = piece[i]!;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (character === "\\") this.#escaped = true;
        else if (character === '"') this.#inString = false;
        if (this.#inString && this.#inside === 0 && this.#depth === 1) this.#key += character;
        continue;
      }
      const atElement = this.#inside > 0 && this.#depth === this.#inside;
      if (atElement && !this.#inElement && character > " " && character !== "," && character !== "]") {
        this.#inElement = true;
        start = i;
      }
      switch (character) {
        case '"':
          this.#inString = true;
          if (this.#inside === 0 && this.#depth === 1) this.#key = "";
          break;
        case "[":
        case "{":
          this.#depth++;
          if (this.#inside === 0 && character === "[") {
            if (this.#depth === 1 || (this.#depth === 2 && this.#key === "rows")) this.#inside = this.#depth;
          }
          break;
        case ",":
          if (atElement) end(i);
          else if (this.#inside === 0 && this.#depth === 1) this.#key = "";
          break;
        case "]":
        case "}":
          if (atElement) {
            end(i);
            this.#done = true;
          }
          this.#depth--;
          break;
      }
    }
    if (this.#inElement) this.#text += piece.slice(start);
    return elements;
  }
}
