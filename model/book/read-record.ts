import {associatedData} from "../contract/book/format.ts";
import {contentKeyIn, unpackRecord} from "../contract/book/record-layout.ts";
import {recordSchema, type ClientRecord} from "../contract/record.ts";
import {keyCheckOf} from "./keys.ts";
import type {SealedRecord} from "./read-shard.ts";
import {unpackJsonText, unseal} from "./seal.ts";

/** A client's key, and where its record is. */
export interface RecordPlace {
  epoch: string;
  ref: string;
  /** 32 bytes. */
  key: Uint8Array;
}

/** The positions of a sealed record; undefined where the key is another's or a bit was changed. */
export function openRecord({check, sealed}: SealedRecord, {epoch, ref, key}: RecordPlace): unknown[] | undefined {
  if (!keyCheckOf(key).equals(check)) return undefined;
  const plain = unseal(sealed, key, associatedData.record(epoch, ref));
  if (plain === undefined) return undefined;
  const packed: unknown = JSON.parse(unpackJsonText(plain));
  return contentKeyIn(packed) === undefined ? undefined : (packed as unknown[]);
}

/**
 * The record that positions stand for, held against its contract.
 * @param cohorts the manifest's
 * @throws {z.ZodError}
 */
export function recordOf(packed: unknown[], cohorts: readonly {id: string}[]): ClientRecord {
  return recordSchema.parse(unpackRecord(packed, cohorts));
}
