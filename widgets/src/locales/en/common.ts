import type {CommonTexts} from "../dictionary.ts";

const report = "Please tell your IT department.";

export const common: CommonTexts = {
  tag: "en",
  loading: "Loading…",
  empty: {title: "No client chosen", hint: "Choose a client to see this."},
  failures: {
    E_NO_BOOK: {
      title: "No client book named",
      hint: `This page does not say where to read clients. ${report}`
    },
    E_OFFLINE: {title: "No connection", hint: "This will continue by itself as soon as the connection is back."},
    E_BOOK_UNREACHABLE: {
      title: "Client book out of reach",
      hint: "This client’s data could not be read. Try again in a moment."
    },
    E_BOOK_INTEGRITY: {
      title: "Data altered",
      hint: `The data received are not the client book’s: nothing is shown rather than an uncertain score. ${report}`
    },
    E_CLIENT_UNKNOWN: {
      title: "Client not found",
      hint: "The client book does not hold this client: they have not been scored, or their reference has changed."
    },
    E_INSECURE_CONTEXT: {
      title: "Page not secure",
      hint: `Without https the browser refuses to read the client book. ${report}`
    },
    E_CREDENTIAL_MISSING: {
      title: "No access given",
      hint: `This page did not give this client’s key. ${report}`
    },
    E_CREDENTIAL_DENIED: {
      title: "Access denied",
      hint: `The key that this page gave is not this client’s. ${report}`
    },
    E_CREDENTIAL_EXPIRED: {
      title: "Access expired",
      hint: "The client book has changed since this page was opened. Try again, or reload the page."
    },
    E_CREDENTIAL_TIMEOUT: {
      title: "Access still awaited",
      hint: "This page did not give this client’s key in time. Try again in a moment."
    },
    E_CREDENTIAL_FAILED: {
      title: "Access not obtained",
      hint: "This page did not give this client’s key: your session may have ended. Log in again, then try again."
    }
  },
  retry: "Try again",
  demonstration: "Demonstration data",
  client: "This client"
};
