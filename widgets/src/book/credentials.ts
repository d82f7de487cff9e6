import {attempt} from "./attempt.ts";
import {BookError} from "./book-error.ts";

const timeoutMilliseconds = 10_000;

/** Why a credential is asked for: to open a client; because the one given is of another epoch, or opens nothing. */
export type CredentialReason = "open" | "expired" | "denied";

export interface CredentialRequest {
  /** Aborted when nobody waits for the credential any longer. */
  signal: AbortSignal;
  reason: CredentialReason;
  /** The book's epoch: a credential is of one epoch. */
  epoch: string;
}

/** Gives the credential of a client, which a page's back end derives. Called once however many widgets show the client. */
export type GetCredential = (ref: string, request: CredentialRequest) => Promise<string> | string;

/** Where a widget's credential comes from: what the page set on the element, a text or a callback. */
export interface CredentialSource {
  credential: string | null;
  getCredential: GetCredential | null;
}

let provided: GetCredential | null = null;
const listeners = new Set<() => void>();

/** Gives every widget of the page a callback, but for those that have a credential or a callback of their own. */
export function provideCredentials(getCredential: GetCredential | null): void {
  provided = getCredential;
  for (const listener of listeners) listener();
}

/** Calls back when credentials are provided; the returned function ends it. */
export function onProvided(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks whoever has the credential. A text is given as often as it is asked for. */
export async function askCredential(
  {credential, getCredential}: CredentialSource,
  ref: string,
  {reason, epoch}: Omit<CredentialRequest, "signal">,
  signal: AbortSignal
): Promise<string> {
  if (credential) return credential;
  const ask = getCredential ?? provided;
  if (!ask) throw new BookError("E_CREDENTIAL_MISSING");
  const run = async (signal: AbortSignal) => ask(ref, {signal, reason, epoch});
  const given: unknown = await attempt(run, timeoutMilliseconds, "E_CREDENTIAL_TIMEOUT", "E_CREDENTIAL_FAILED", signal);
  if (typeof given !== "string" || !given) throw new BookError("E_CREDENTIAL_FAILED");
  return given;
}
