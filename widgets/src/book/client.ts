import type {Manifest} from "../../../model/contract/manifest.ts";
import type {ClientRecord} from "../../../model/contract/record.ts";

/** A client as a widget shows it: the record, and the manifest that says what its figures mean. */
export interface Client {
  manifest: Manifest;
  record: ClientRecord;
}

/** A client of a book that can be read on: whoever opens one record opens what all clients of its epoch share. */
export interface OpenedClient extends Client {
  /** The book's folder, an absolute URL. */
  folder: string;
  contentKey: Uint8Array<ArrayBuffer>;
}
