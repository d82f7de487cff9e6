import type {DuckDBConnection} from "@duckdb/node-api";

/** Where the tables are kept: a folder, an archive, a database. `openSource` makes the one that an address names. */
export interface TableSource {
  /** What messages call it. It holds no password. */
  readonly label: string;
  /** What there is, by the name that the contracts give a file: application_train, bureau … */
  readonly parts: ReadonlyMap<string, TablePart>;
  /** By the same names, what stands for the same rows and is left aside. */
  readonly leftAside: ReadonlyMap<string, readonly string[]>;
  /** Gives back files and connections. */
  close(): Promise<void>;
}

/** The rows of one contract file: a file of a folder, a member of an archive, a table of a database. */
export interface TablePart {
  /** What messages call it, such as bureau.csv.gz. */
  readonly label: string;
  /** About how much there is to read, in bytes; only the progress depends on it. */
  readonly size: number;
  /** Whether `fetch` takes as long as it takes DuckDB to read what it gives. */
  readonly remote: boolean;
  /** The names of the columns, in order, without reading a row; null when only `fetch` can tell. */
  header(context: ReadContext): Promise<string[] | null>;
  /** Lays the rows where DuckDB can scan them. */
  fetch(context: FetchContext): Promise<LocalRows>;
}

export interface ReadContext {
  /** A connection that asks about files on disk. */
  connection: DuckDBConnection;
  signal?: AbortSignal | undefined;
}

export interface FetchContext extends ReadContext {
  /** A folder of one's own for what has to be laid aside; it is deleted after the rows are read. */
  folder: string;
  onBytes?: (bytes: number) => void;
}

/** A file on disk that DuckDB scans, whatever it came from. */
export type LocalRows =
  | {format: "csv"; path: string; header: string[]; delimiter: string}
  | {
      format: "parquet";
      path: string;
      header: string[];
      /** DuckDB's type of each column. */
      types: string[];
    };
