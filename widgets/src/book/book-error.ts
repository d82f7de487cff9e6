/**
 * Every way in which a book can fail a widget, with a code that never changes its meaning. `limpide-error` carries it;
 * the README documents it.
 */
export const bookErrorCodes = {
  E_NO_BOOK: "the src attribute is missing",
  E_OFFLINE: "the browser is offline",
  E_BOOK_UNREACHABLE: "a file of the book could not be fetched",
  E_BOOK_INTEGRITY: "a file of the book is not what its publisher wrote",
  E_CLIENT_UNKNOWN: "the book holds no client under this reference",
  E_INSECURE_CONTEXT: "without https the browser offers no WebCrypto",
  E_CREDENTIAL_MISSING: "the book is sealed and the page gave no credential",
  E_CREDENTIAL_DENIED: "the credential is not this client's",
  E_CREDENTIAL_EXPIRED: "the credential is of another epoch of the book",
  E_CREDENTIAL_TIMEOUT: "getCredential did not answer in time",
  E_CREDENTIAL_FAILED: "getCredential gave no credential"
} as const;
export type BookErrorCode = keyof typeof bookErrorCodes;

/** What a failure looks like, also as a custom state: `limpide-score:state(denied)`. */
export type FailureKind = "denied" | "expired" | "offline" | "unknown" | "broken";

const kinds: Partial<Record<BookErrorCode, FailureKind>> = {
  E_OFFLINE: "offline",
  E_CLIENT_UNKNOWN: "unknown",
  E_CREDENTIAL_MISSING: "denied",
  E_CREDENTIAL_DENIED: "denied",
  E_CREDENTIAL_FAILED: "denied",
  E_CREDENTIAL_EXPIRED: "expired"
};

/**
 * A failure that a widget shows and reports. It says nothing of a credential, nor of what a page's callback threw:
 * events and logs carry it.
 */
export class BookError extends Error {
  override readonly name = "BookError";
  readonly code: BookErrorCode;
  readonly kind: FailureKind;
  /** Whether trying again may help. */
  readonly recoverable: boolean;

  /** @param message for developers; the code where it says all */
  constructor(code: BookErrorCode, message: string = code, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.kind = kinds[code] ?? "broken";
    this.recoverable = /OFFLINE|UNREACHABLE|EXPIRED|TIMEOUT|FAILED/.test(code);
  }
}
