import {generateClient, portfolioFiles, type PortfolioFile, type PortfolioSinks} from "./generate-clients.ts";
import {portfolioHeader} from "./generate.ts";

export type Row = Record<string, string>;

/** Rows of some clients, drawn in memory. */
export function draw(indices: Iterable<number>, seed = 7, labelledShare = 0.86): Record<PortfolioFile, Row[]> {
  const rows = Object.fromEntries(portfolioFiles.map((file) => [file, [] as Row[]])) as Record<PortfolioFile, Row[]>;
  const sinks = Object.fromEntries(
    portfolioFiles.map((file) => {
      const header = portfolioHeader(file);
      return [file, {add: (line: string) => rows[file].push(parse(header, line))}];
    })
  ) as unknown as PortfolioSinks;
  for (const index of indices) generateClient(seed, index, labelledShare, sinks);
  return rows;
}

/** A row by column; quotes are rare. */
export function parse(header: string[], line: string): Row {
  const text = line.slice(0, -1);
  const fields = text.includes('"')
    ? [...text.matchAll(/(?:^|,)(?:"([^"]*)"|([^,"]*))/g)].map((match) => match[1] ?? match[2]!)
    : text.split(",");
  if (fields.length !== header.length || !line.endsWith("\n")) throw new Error(`not a row: ${line}`);
  return Object.fromEntries(header.map((name, i) => [name, fields[i]!]));
}

export function range(n: number): number[] {
  return Array.from({length: n}, (_, i) => i);
}

export function groups(rows: Row[], key: string): Map<string, Row[]> {
  const byKey = new Map<string, Row[]>();
  for (const row of rows) {
    const group = byKey.get(row[key]!);
    if (group === undefined) byKey.set(row[key]!, [row]);
    else group.push(row);
  }
  return byKey;
}
