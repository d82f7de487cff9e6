import * as Plot from "@observablehq/plot";
import type {ScoresReport} from "../../model/contract/report.ts";
import type {Language} from "../../model/contract/text.ts";
import {measuredOn} from "./assessment.js";
import {figure} from "./figure.js";
import {formatOf} from "./format.js";
import {colors, halo, narrow, plotStyle} from "./plot-style.js";
import {typeset} from "./typography.js";

interface Bin {
  from: number;
  to: number;
  repaid: number;
  defaulted: number;
}

const words = {
  fr: {
    title: "Le score sépare-t-il ceux qui remboursent de ceux qui ne remboursent pas ?",
    note: (good: string, bad: string, width: string, how: string) =>
      `${good} clients qui ont remboursé et ${bad} en défaut, ${how}. ` +
      `Hauteur : part de chaque groupe par tranche de ${width} points.`,
    outside: (n: string) => ` Les ${n} clients aux deux extrêmes ne sont pas dessinés.`,
    repaid: "Ont remboursé",
    defaulted: "En défaut",
    threshold: (points: string) => `seuil : ${points} points`,
    refuse: "← refus conseillé",
    refuseShort: "← refus",
    accept: "acceptation conseillée →",
    acceptShort: "acceptation →",
    review: (from: string, to: string) => `revue humaine de ${from} à ${to}`,
    above: (n: string) => `${n} sur 100 au-dessus du seuil`,
    summary: (good: string, bad: string) =>
      `Deux distributions du score. Au-dessus du seuil : ${good} sur 100 de ceux qui ont remboursé, ` +
      `${bad} sur 100 de ceux qui ont fait défaut.`,
    points: "Score, en points",
    columns: ["Points", "Ont remboursé", "En défaut", "Issue inconnue"],
    range: (from: string, to: string) => `${from} à ${to}`
  },
  en: {
    title: "Does the score separate those who repay from those who don't?",
    note: (good: string, bad: string, width: string, how: string) =>
      `${good} clients who repaid and ${bad} who defaulted, ${how}. ` +
      `Height: share of each group per ${width} points.`,
    outside: (n: string) => ` The ${n} clients at the two extremes are not drawn.`,
    repaid: "Repaid",
    defaulted: "Defaulted",
    threshold: (points: string) => `threshold: ${points} points`,
    refuse: "← refusal advised",
    refuseShort: "← refusal",
    accept: "acceptance advised →",
    acceptShort: "acceptance →",
    review: (from: string, to: string) => `human review from ${from} to ${to}`,
    above: (n: string) => `${n} in 100 above the threshold`,
    summary: (good: string, bad: string) =>
      `Two distributions of the score. Above the threshold: ${good} in 100 of those who repaid, ` +
      `${bad} in 100 of those who defaulted.`,
    points: "Score, in points",
    columns: ["Points", "Repaid", "Defaulted", "Outcome unknown"],
    range: (from: string, to: string) => `${from} to ${to}`
  }
};

/** How the score is distributed among those who repaid (above) and those who defaulted (below), each as a share of its own. */
export function scoreDistribution(scores: ScoresReport, language: Language): HTMLElement {
  const text = words[language];
  const {integer, percent} = formatOf(language);
  const {edges, policy, outcomes} = scores;
  const good = sum(scores.repaid);
  const bad = sum(scores.defaulted);
  const all: Bin[] = scores.repaid.map((repaid, i) => ({
    from: edges[i]!,
    to: edges[i + 1]!,
    repaid: repaid / good,
    defaulted: scores.defaulted[i]! / bad
  }));
  const [first, last] = middle(scores.repaid.map((count, i) => count + scores.defaulted[i]!));
  const bins = all.slice(first, last + 1);
  const outside = sum([...scores.repaid, ...scores.defaulted].filter((_, i) => !within(i % all.length, first, last)));
  const goodAbove = integer(Math.round((100 * (outcomes.accepted - outcomes.acceptedDefaults)) / good));
  const badAbove = integer(Math.round((100 * outcomes.acceptedDefaults) / bad));

  function draw(width: number): Element {
    const small = width < narrow;
    const top = Math.max(...bins.map((bin) => bin.repaid));
    const bottom = Math.max(...bins.map((bin) => bin.defaulted));
    const left = bins[0]!.from;
    const right = bins.at(-1)!.to;
    const set = (words: string): string => typeset(words, language);
    const label = (x: number, y: number, words: string, options: Plot.TextOptions): Plot.Markish =>
      Plot.text([words], {x: () => x, y: () => y, ...halo, ...options});
    return Plot.plot({
      ...plotStyle,
      width,
      height: small ? 400 : 420,
      marginLeft: small ? 34 : 44,
      marginRight: 2,
      marginTop: 62,
      marginBottom: 40,
      x: {
        domain: [left, right],
        label: set(text.points),
        labelAnchor: "center",
        labelArrow: "none",
        ticks: small ? 5 : 10
      },
      y: {
        domain: [-bottom * 1.12, top * 1.12],
        label: null,
        ticks: 6,
        tickFormat: (d: number) => percent(Math.abs(d)),
        grid: true
      },
      marks: [
        Plot.rect([policy], {
          x1: (d) => d.reviewFrom,
          x2: (d) => d.reviewTo + 1,
          y1: -bottom * 1.12,
          y2: top * 1.12,
          fill: "var(--band)"
        }),
        Plot.rectY(bins, {x1: "from", x2: "to", y: "repaid", fill: colors.repaid, insetLeft: 0.5, insetRight: 0.5}),
        Plot.rectY(bins, {
          x1: "from",
          x2: "to",
          y: (d: Bin) => -d.defaulted,
          fill: colors.default,
          insetLeft: 0.5,
          insetRight: 0.5
        }),
        Plot.ruleY([0], {stroke: colors.ink}),
        Plot.ruleX([policy.threshold], {stroke: colors.ink, strokeWidth: 2}),
        label(policy.threshold, top * 1.12, set(text.threshold(integer(policy.threshold))), {
          dy: -48,
          fontWeight: "bold",
          stroke: "none"
        }),
        label(policy.threshold, top * 1.12, set(text.review(integer(policy.reviewFrom), integer(policy.reviewTo))), {
          dy: -31,
          stroke: "none",
          fill: colors.muted
        }),
        label(policy.threshold, top * 1.12, small ? text.refuseShort : text.refuse, {
          dy: -12,
          dx: -8,
          textAnchor: "end",
          stroke: "none"
        }),
        label(policy.threshold, top * 1.12, small ? text.acceptShort : text.accept, {
          dy: -12,
          dx: 8,
          textAnchor: "start",
          stroke: "none"
        }),
        label(left, top * 1.02, text.repaid, {
          textAnchor: "start",
          fontWeight: "bold",
          fill: "var(--repaid-ink)",
          dx: 4
        }),
        label(left, -bottom * 1.02, text.defaulted, {
          textAnchor: "start",
          fontWeight: "bold",
          fill: "var(--default-ink)",
          dx: 4
        }),
        // On a narrow screen the bars take the right-hand corner: the words go under the group's name.
        small
          ? label(left, top * 1.02, twoLines(set(text.above(goodAbove))), {
              textAnchor: "start",
              dx: 4,
              dy: 9,
              lineAnchor: "top"
            })
          : label(right, top * 1.02, set(text.above(goodAbove)), {textAnchor: "end", dx: -2}),
        label(right, -bottom * 1.02, small ? twoLines(set(text.above(badAbove))) : set(text.above(badAbove)), {
          textAnchor: "end",
          dx: -2,
          lineAnchor: "bottom"
        })
      ]
    });
  }

  return figure({
    language,
    title: text.title,
    note:
      text.note(
        integer(good),
        integer(bad),
        integer(edges[1]! - edges[0]!),
        measuredOn(scores.assessment, language).each
      ) + (outside > 0 ? text.outside(integer(outside)) : ""),
    summary: text.summary(goodAbove, badAbove),
    draw,
    table: {
      columns: text.columns,
      rows: all.map(({from, to}, i) => [
        text.range(integer(from), integer(to - 1)),
        integer(scores.repaid[i]!),
        integer(scores.defaulted[i]!),
        integer(scores.unlabelled[i]!)
      ])
    }
  });
}

/** The first and last bins that leave no more than 0.25 % of the people out at each end. */
function middle(counts: readonly number[]): [number, number] {
  const most = 0.0025 * sum(counts);
  let first = 0;
  for (let out = counts[0]!; out <= most; out += counts[++first]!);
  let last = counts.length - 1;
  for (let out = counts[last]!; out <= most; out += counts[--last]!);
  return [first, last];
}

/** "67 in 100" above, the rest beneath: Plot would cut at the hyphen of "au-dessus". */
function twoLines(words: string): string {
  return words.replace(/ (?=au-dessus|above)/, "\n");
}

function within(i: number, first: number, last: number): boolean {
  return i >= first && i <= last;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
