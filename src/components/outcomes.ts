import type {Assessment} from "../../model/contract/report.ts";
import type {Language} from "../../model/contract/text.ts";
import {measuredOn} from "./assessment.js";
import {perThousand, type Outcomes} from "./decisions.js";
import {svgElement} from "./dom.js";
import {figure} from "./figure.js";
import {formatOf} from "./format.js";
import {narrow} from "./plot-style.js";
import {typeset} from "./typography.js";

const words = {
  fr: {
    title: (threshold: string) => `Sur 1 000 demandes, que donne un seuil de ${threshold} points ?`,
    note: (clients: string, how: string) =>
      `Une marque par personne. Parts mesurées sur ${clients} clients dont l'issue est connue, ${how}.`,
    accepted: (n: string) => `${n} acceptations conseillées`,
    refused: (n: string) => `${n} refus conseillés`,
    repaid: (n: string) => `● ${n} remboursent`,
    default: (n: string) => `◆ ${n} font défaut`,
    wouldRepay: (n: string) => `● ${n} auraient remboursé`,
    wouldDefault: (n: string) => `◆ ${n} auraient fait défaut`,
    columns: ["Sur 1 000 demandes", "Acceptation conseillée", "Refus conseillé"],
    rows: ["Remboursent", "Font défaut"]
  },
  en: {
    title: (threshold: string) => `Of 1,000 applications, what does a threshold of ${threshold} points give?`,
    note: (clients: string, how: string) =>
      `One mark a person. Shares measured on ${clients} clients whose outcome is known, ${how}.`,
    accepted: (n: string) => `${n} acceptances advised`,
    refused: (n: string) => `${n} refusals advised`,
    repaid: (n: string) => `● ${n} repay`,
    default: (n: string) => `◆ ${n} default`,
    wouldRepay: (n: string) => `● ${n} would have repaid`,
    wouldDefault: (n: string) => `◆ ${n} would have defaulted`,
    columns: ["Of 1,000 applications", "Acceptance advised", "Refusal advised"],
    rows: ["Repay", "Default"]
  }
};

/** A thousand people, one mark each, by what is advised and what happens. */
export function outcomesFigure(outcomes: Outcomes, assessment: Assessment, language: Language): HTMLElement {
  const text = words[language];
  const {integer} = formatOf(language);
  const {threshold, ...counts} = outcomes;
  const clients = Object.values(counts).reduce((a, b) => a + b, 0);
  const people = perThousand(counts);
  const set = (words: string): string => typeset(words, language);
  const accepted = {
    title: text.accepted(integer(people.acceptedRepaid + people.acceptedDefault)),
    repaid: people.acceptedRepaid,
    defaults: people.acceptedDefault,
    repaidWords: text.repaid(integer(people.acceptedRepaid)),
    defaultWords: text.default(integer(people.acceptedDefault))
  };
  const refused = {
    title: text.refused(integer(people.refusedRepaid + people.refusedDefault)),
    repaid: people.refusedRepaid,
    defaults: people.refusedDefault,
    repaidWords: text.wouldRepay(integer(people.refusedRepaid)),
    defaultWords: text.wouldDefault(integer(people.refusedDefault))
  };

  function draw(width: number): Element {
    const small = width < narrow;
    const columns = Math.min(50, Math.max(20, Math.floor(width / 12)));
    const cell = Math.min(width / columns, 15);
    const root = svgElement("svg", {width, class: "outcomes-drawing"});
    let y = 0;
    for (const group of [accepted, refused]) {
      root.append(
        svgElement("text", {x: 0, y: y + 15, class: "outcomes-title"}, set(group.title)),
        svgElement("text", {x: 0, y: y + 36, class: "outcomes-default"}, set(group.defaultWords)),
        svgElement(
          "text",
          {x: small ? 0 : 230, y: y + (small ? 56 : 36), class: "outcomes-repaid"},
          set(group.repaidWords)
        )
      );
      y += small ? 68 : 48;
      const marks = {repaid: "", defaults: ""};
      const total = group.repaid + group.defaults;
      for (let i = 0; i < total; i++) {
        const cx = ((i % columns) + 0.5) * cell;
        const cy = y + (Math.floor(i / columns) + 0.5) * cell;
        if (i < group.defaults) marks.defaults += diamond(cx, cy, cell * 0.48);
        else marks.repaid += circle(cx, cy, cell * 0.34);
      }
      root.append(
        svgElement("path", {d: marks.defaults, fill: "var(--default)"}),
        svgElement("path", {d: marks.repaid, fill: "var(--repaid)"})
      );
      y += Math.max(1, Math.ceil(total / columns)) * cell + 24;
    }
    const height = Math.ceil(y - 20);
    root.setAttribute("height", String(height));
    root.setAttribute("viewBox", `0 0 ${width} ${height}`);
    return root;
  }

  return figure({
    language,
    title: text.title(integer(threshold)),
    note: text.note(integer(clients), measuredOn(assessment, language).each),
    summary: [accepted, refused]
      .map((group) => `${group.title} : ${group.repaidWords}, ${group.defaultWords}`.replace(/[●◆] /g, ""))
      .join(". ")
      .replaceAll(" :", language === "fr" ? " :" : ":"),
    draw,
    table: {
      columns: text.columns,
      rows: [
        [text.rows[0]!, integer(people.acceptedRepaid), integer(people.refusedRepaid)],
        [text.rows[1]!, integer(people.acceptedDefault), integer(people.refusedDefault)]
      ]
    }
  });
}

function circle(x: number, y: number, r: number): string {
  return `M${round(x - r)} ${round(y)}a${round(r)} ${round(r)} 0 1 0 ${round(2 * r)} 0a${round(r)} ${round(r)} 0 1 0 ${round(-2 * r)} 0z`;
}

function diamond(x: number, y: number, r: number): string {
  return `M${round(x)} ${round(y - r)}l${round(r)} ${round(r)}l${round(-r)} ${round(r)}l${round(-r)} ${round(-r)}z`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
