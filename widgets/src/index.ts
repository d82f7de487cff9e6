export {bookErrorCodes, type BookErrorCode, type FailureKind} from "./book/book-error.ts";
export {forgetClients} from "./book/book.ts";
export {
  provideCredentials,
  type CredentialReason,
  type CredentialRequest,
  type GetCredential
} from "./book/credentials.ts";
export {openBook, type OpenBook} from "./book/open-book.ts";
export {ClientElement} from "./elements/base/client-element.ts";
export {LimpideElement} from "./elements/base/limpide-element.ts";
export {tokens} from "./elements/base/tokens.ts";
export {LimpideClient} from "./elements/client/client.ts";
export {LimpideComparison} from "./elements/comparison/comparison.ts";
export {LimpideProfile} from "./elements/profile/profile.ts";
export {LimpideReasons} from "./elements/reasons/reasons.ts";
export {LimpideScore} from "./elements/score/score.ts";
export {LimpideSimulateEvent} from "./elements/simulator/simulate-event.ts";
export {LimpideSimulator} from "./elements/simulator/simulator.ts";
export {LimpideErrorEvent, LimpideLoadEvent, LimpideSelectEvent} from "./events.ts";
export type {Dictionaries} from "./locales/dictionary.ts";
export {addLocale} from "./locales/registry.ts";
