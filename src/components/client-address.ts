/** The client number in a page's fragment (`#client=100123`), or undefined. */
export function clientOfHash(hash: string): string | undefined {
  const client = new URLSearchParams(hash.replace(/^#/, "")).get("client")?.trim();
  return client === undefined || client === "" ? undefined : client;
}

/** The fragment that names a client. */
export function hashOfClient(client: string): string {
  return `#${new URLSearchParams({client}).toString()}`;
}
