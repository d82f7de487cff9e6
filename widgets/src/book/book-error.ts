/**
 * Every way in which a book can fail a widget, with a code that never changes its meaning. `limpide-error` carries it;
 * the README documents it.
 */
export const bookErrorCodes = {
  E_NO_BOOK: "the src attribute is missing",
  E_OFFLINE: "the browser is offline",
  E_BOOK_UNREACHABLE: "a file of the book could not be fetched",
  E_BOOK_FORMAT: "a file of the book is not what its format says",
  E_CLIENT_UNKNOWN: "the book holds no client under this reference",
  E_INSECURE_CONTEXT: "the page is served without https, so the browser offers no WebCrypto"
} as const;
export type BookErrorCode = keyof typeof bookErrorCodes;

/** A failure that a widget shows and reports. `recoverable` says whether trying again may help. */
export class BookError extends Error {
  override readonly name = "BookError";
  readonly code: BookErrorCode;
  readonly recoverable: boolean;
  /** What the server answered, where it did. */
  readonly httpStatus: number | undefined;

  constructor(
    code: BookErrorCode,
    message: string = bookErrorCodes[code],
    options: ErrorOptions & {httpStatus?: number} = {}
  ) {
    super(message, options);
    this.code = code;
    this.httpStatus = options.httpStatus;
    this.recoverable = code === "E_OFFLINE" || code === "E_BOOK_UNREACHABLE";
  }
}
