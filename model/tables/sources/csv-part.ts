import {join} from "node:path";
import {type Content, type Format, layAside} from "./content.ts";
import {type Header, readHeader} from "./header.ts";
import type {TablePart} from "./source.ts";

/** The rows of a CSV file (RFC 4180), plain or gzip, on disk or in an archive. */
export function csvPart(content: Content, format: Format): TablePart {
  let header: Promise<Header> | undefined;
  const read = () => (header ??= readHeader(content, format));
  const inPlace = content.path !== null && format === "text";
  return {
    label: content.label,
    size: content.size,
    remote: !inPlace,
    header: async () => (await read()).names,
    async fetch({folder, onBytes, signal}) {
      const {names, delimiter} = await read();
      const path = inPlace ? content.path! : join(folder, "rows.csv");
      if (!inPlace) await layAside(content, format, path, {onBytes, signal});
      return {format: "csv", path, header: names, delimiter};
    }
  };
}
