import type {Feature} from "../model/contract/feature.ts";
import type {
  ExplanationReport,
  PerformanceReport,
  PortfolioReport,
  ScoresReport,
  TrainingReport
} from "../model/contract/report.ts";
import type {TableName} from "../model/contract/table-names.ts";

/** All that the note may quote: nothing in it is typed by hand. */
export interface Reports {
  portfolio: PortfolioReport;
  training: TrainingReport;
  performance: PerformanceReport;
  scores: ScoresReport;
  explanation: ExplanationReport;
  features: (Feature & {inModel: boolean})[];
}

/** How the note writes what it quotes, in its language. */
export interface Writer {
  integer(value: number): string;
  decimal(value: number, digits: number): string;
  percent(value: number, digits?: number): string;
  signed(value: number, digits: number): string;
  scientific(value: number): string;
  date(iso: string): string;
  list(items: readonly string[]): string;
  /** What a table holds, in words. */
  table(name: TableName): string;
  /** The figures that the page can draw, each as a block of the page. */
  figure(name: "families" | "features"): string;
}

/** One section of the note, as markdown. */
export type Section = (reports: Reports, write: Writer) => string;
