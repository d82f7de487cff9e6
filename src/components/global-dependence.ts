import type {Language} from "../../model/contract/text.ts";
import {element} from "./dom.js";
import {figure} from "./figure.js";
import {formatOf} from "./format.js";
import {curvePlot, namedGroupsPlot, orderedGroups, type CurveOptions, type Series} from "./global-curve.js";
import {labelOf, quote, type GlobalData, type NamedFeature} from "./global-data.js";
import {dependenceSentence, interactionSentence, type DependenceOfFeature} from "./global-dependence-sentence.js";
import {effectOf} from "./global-effect.js";
import {seriesLegend, seriesStyles} from "./global-series.js";
import {groupLabel, isNamed} from "./global-values.js";
import {typeset} from "./typography.js";

const words = {
  fr: {
    select: "La variable à regarder",
    title: (subject: string, name: string) => `Que devient ${subject} quand ${name} change ?`,
    note: (clients: string, sizes: string) =>
      `La ligne : contribution moyenne. La bande : la moitié centrale des clients. ${clients} clients, ${sizes}.`,
    noteNamed: (clients: string, sizes: string) =>
      `Le point : contribution moyenne. La bande : la moitié centrale des clients. ${clients} clients, ${sizes}.`,
    sizes: (groups: string, least: string, most: string) =>
      least === most ? `en ${groups} groupes de ${least}` : `en ${groups} groupes de ${least} à ${most}`,
    withheld: (withheld: string, smallest: string, one: boolean) =>
      ` ${withheld} client${one ? "" : "s"}, dans des groupes de moins de ${smallest}, ${one ? "n'est pas montré" : "ne sont pas montrés"}.`,
    columns: (unit: string) => [
      "Valeur",
      "Clients",
      `En moyenne (${unit})`,
      "Un quart au-dessous",
      "Un quart au-dessus"
    ],
    interaction: (name: string) => `À valeur égale, la variable ${name} change-t-elle la contribution ?`,
    interactionNote: (smallest: string) =>
      `Contribution moyenne à chaque valeur. Là où une courbe a moins de ${smallest} clients, elle s'interrompt.`,
    interactionNoteNamed: (smallest: string) =>
      `Contribution moyenne dans chaque groupe ; rien où il y a moins de ${smallest} clients.`,
    clients: (n: string) => `${n}\u00a0clients`,
    value: "Valeur"
  },
  en: {
    select: "The feature to look at",
    title: (subject: string, name: string) => `What becomes of ${subject} as ${name} changes?`,
    note: (clients: string, sizes: string) =>
      `The line: mean contribution. The band: the middle half of the clients. ${clients} clients, ${sizes}.`,
    noteNamed: (clients: string, sizes: string) =>
      `The dot: mean contribution. The band: the middle half of the clients. ${clients} clients, ${sizes}.`,
    sizes: (groups: string, least: string, most: string) =>
      least === most ? `in ${groups} groups of ${least}` : `in ${groups} groups of ${least} to ${most}`,
    withheld: (withheld: string, smallest: string, one: boolean) =>
      ` ${withheld} client${one ? "" : "s"}, in groups of fewer than ${smallest}, ${one ? "is" : "are"} not shown.`,
    columns: (unit: string) => ["Value", "Clients", `On average (${unit})`, "A quarter below", "A quarter above"],
    interaction: (name: string) => `At an equal value, does ${name} change the contribution?`,
    interactionNote: (smallest: string) =>
      `Mean contribution at each value. Where a curve has fewer than ${smallest} clients, it breaks off.`,
    interactionNoteNamed: (smallest: string) =>
      `Mean contribution in each group; nothing where there are fewer than ${smallest} clients.`,
    clients: (n: string) => `${n}\u00a0clients`,
    value: "Value"
  }
};

/** A choice of feature, what becomes of the score as its value changes, and whether that is the same for everyone. */
export function dependenceExplorer(data: GlobalData, language: Language): HTMLElement {
  const text = words[language];
  const {features} = data.explanation.dependence;
  const select = element(
    "select",
    {id: "global-feature"},
    ...features.map(({id}, i) => element("option", {value: i}, typeset(labelOf(data, id, language), language)))
  );
  const sentence = element("p", {class: "answer", "aria-live": "polite"});
  const figures = element("div", {class: "global-figures"});
  function update(): void {
    const feature = features[Number(select.value)]!;
    sentence.textContent = dependenceSentence(data, feature, language);
    const open = Array.from(figures.querySelectorAll("details"), (details) => details.open);
    figures.replaceChildren(
      curveFigure(data, feature, language),
      element("p", {}, interactionSentence(data, feature, language)),
      ...(feature.interaction === null ? [] : [interactionFigure(data, feature, feature.interaction, language)])
    );
    figures.querySelectorAll("details").forEach((details, i) => (details.open = open[i] ?? false));
  }
  select.addEventListener("change", update);
  update();
  return element(
    "div",
    {},
    element(
      "div",
      {class: "global-choice"},
      element("label", {for: "global-feature"}, typeset(text.select, language)),
      select
    ),
    sentence,
    figures
  );
}

/** What both drawings of a feature need. */
function partsOf(data: GlobalData, feature: DependenceOfFeature, language: Language) {
  const named: NamedFeature = data.features[feature.id]!;
  const effect = effectOf(data.explanation.unit, language);
  const style = {language, currency: data.currency};
  const draw = (options: Pick<CurveOptions, "series" | "quartiles">, width: number): Element =>
    (isNamed(named) ? namedGroupsPlot : curvePlot)({feature, named, effect, style, ...options}, width);
  /** In the order in which groups are told. */
  const order = isNamed(named) ? orderedGroups(feature) : feature.groups.map((_, i) => i);
  const name = (i: number): string => groupLabel(feature.groups[i]!.group, named, style);
  return {named, effect, style, draw, order, name};
}

function curveFigure(data: GlobalData, feature: DependenceOfFeature, language: Language): HTMLElement {
  const text = words[language];
  const {integer} = formatOf(language);
  const {named, effect, draw, order, name} = partsOf(data, feature, language);
  const counts = feature.groups.map(({count}) => count);
  const sizes = text.sizes(integer(counts.length), integer(Math.min(...counts)), integer(Math.max(...counts)));
  const shown = integer(counts.reduce((sum, count) => sum + count, 0));
  const {withheld} = feature;
  const [style] = seriesStyles(1);
  const series: Series[] = [{style: style!, means: feature.groups.map(({mean}) => mean)}];
  return figure({
    language,
    title: text.title(effect.subject, quote(labelOf(data, feature.id, language), language)),
    note:
      (isNamed(named) ? text.noteNamed : text.note)(shown, sizes) +
      (withheld > 0 ? text.withheld(integer(withheld), integer(data.smallest), withheld === 1) : ""),
    summary: dependenceSentence(data, feature, language),
    draw: (width) => draw({series, quartiles: true}, width),
    table: {
      columns: text.columns(effect.unit),
      rows: order.map((i) => {
        const {count, mean, low, high} = feature.groups[i]!;
        return [name(i), integer(count), ...[mean, low, high].map(effect.signedFigure)];
      })
    }
  });
}

function interactionFigure(
  data: GlobalData,
  feature: DependenceOfFeature,
  interaction: NonNullable<DependenceOfFeature["interaction"]>,
  language: Language
): HTMLElement {
  const text = words[language];
  const {integer} = formatOf(language);
  const {named, effect, style, draw, order, name} = partsOf(data, feature, language);
  const other = data.features[interaction.id]!;
  const styles = seriesStyles(interaction.curves.length);
  const curves = interaction.curves.map(({group, count, means}, i) => ({
    label: groupLabel(group, other, style),
    clients: text.clients(integer(count)),
    style: styles[i]!,
    means
  }));
  const smallest = integer(data.smallest);
  return figure({
    language,
    title: text.interaction(quote(other.label[language], language)),
    note: (isNamed(named) ? text.interactionNoteNamed : text.interactionNote)(smallest),
    summary: interactionSentence(data, feature, language),
    draw: (width) =>
      element(
        "div",
        {},
        seriesLegend(
          curves.map(({label, clients, style}) => ({label: `${label} (${clients})`, style})),
          language,
          {lines: !isNamed(named)}
        ),
        draw({series: curves, quartiles: false}, width)
      ),
    table: {
      columns: [text.value, ...curves.map(({label, clients}) => `${label} (${clients})`)],
      rows: order.map((i) => [
        name(i),
        ...curves.map(({means}) => {
          const mean = means[i] ?? null;
          return mean === null ? "–" : effect.signedFigure(mean);
        })
      ])
    }
  });
}
