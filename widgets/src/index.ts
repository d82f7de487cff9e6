export {bookErrorCodes, type BookErrorCode} from "./book/book-error.ts";
export {LimpideElement} from "./elements/base/limpide-element.ts";
export {tokens} from "./elements/base/tokens.ts";
export {LimpideComparison} from "./elements/comparison/comparison.ts";
export {LimpideReasons} from "./elements/reasons/reasons.ts";
export {LimpideScore} from "./elements/score/score.ts";
export {LimpideErrorEvent, LimpideLoadEvent, LimpideSelectEvent} from "./events.ts";
