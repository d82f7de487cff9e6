import type {BookErrorCode} from "./book/book-error.ts";

const travels = {bubbles: true, composed: true} as const;

/** A widget shows its client. */
export class LimpideLoadEvent extends Event {
  static readonly type = "limpide-load";
  /** The reference that was asked for, and the version of the model behind what is shown. */
  readonly detail: Readonly<{ref: string; model: string}>;

  constructor(detail: {ref: string; model: string}) {
    super(LimpideLoadEvent.type, travels);
    this.detail = detail;
  }
}

/** A widget could not show its client. */
export class LimpideErrorEvent extends Event {
  static readonly type = "limpide-error";
  /** A stable code, a message for developers, whether trying again may help, and where the code is explained. */
  readonly detail: Readonly<{code: BookErrorCode; message: string; recoverable: boolean; help: string}>;

  constructor({code, message, recoverable}: Omit<LimpideErrorEvent["detail"], "help">) {
    super(LimpideErrorEvent.type, travels);
    this.detail = {code, message, recoverable, help: `@limpide/widgets/README.md#${code.toLowerCase()}`};
  }
}

/** A person chose a feature or a group, so that other widgets of the page can follow. */
export class LimpideSelectEvent extends Event {
  static readonly type = "limpide-select";
  /** The feature's id ("points" is the score itself), and the cohort's id where one is shown. */
  readonly detail: Readonly<{feature: string; cohort?: string}>;

  constructor(detail: {feature: string; cohort?: string}) {
    super(LimpideSelectEvent.type, travels);
    this.detail = detail;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    "limpide-load": LimpideLoadEvent;
    "limpide-error": LimpideErrorEvent;
    "limpide-select": LimpideSelectEvent;
  }
}
