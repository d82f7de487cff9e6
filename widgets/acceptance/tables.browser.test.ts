import type {Locator} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import type {Distribution} from "../../model/contract/cohort.ts";
import {termsAsked} from "../../model/explainer/recourse/terms.ts";
import {openBrowser} from "../../tests/browser.ts";
import {explainDifference} from "../src/elements/simulator/difference.ts";
import {
  openSimulation,
  openSimulator,
  simulate as work,
  type Simulation
} from "../src/elements/simulator/simulation.ts";
import {observedFrequency} from "../src/locales/frequency.ts";
import {markup, setWholeStage, shown, simulate, unfold, type WholeStage} from "./testing/six-widgets.ts";

// What is drawn is measured in the drawing, and both it and the table are held against the book's own figures.

let stage: WholeStage;
beforeAll(async () => {
  stage = await setWholeStage(openBrowser(), {whole: {}});
});
afterAll(() => stage.close());

const numberIn = (text: string) => Number(text.replaceAll(/[\s\u00a0\u202f]/g, "").replace("−", "-"));
const numbersIn = async (cells: Locator) => (await cells.allTextContents()).map(numberIn);
const attributes = (of: Locator, name: string) =>
  of.evaluateAll((elements, name) => elements.map((element) => parseFloat(element.getAttribute(name)!)), name);

/** Each number's share of the largest. */
function shares(numbers: readonly number[]): number[] {
  const largest = Math.max(...numbers.map(Math.abs));
  return numbers.map((number) => Math.abs(number) / largest);
}

function expectAlike(drawn: readonly number[], told: readonly number[]): void {
  expect(drawn).toHaveLength(told.length);
  expect(told.length).toBeGreaterThan(1);
  // Whoever is few is drawn a pixel high, so that they are seen.
  drawn.forEach((share, i) => expect(Math.abs(share - told[i]!)).toBeLessThan(0.01));
}

async function show(tag: string, folder: "book" | "whole", more = "") {
  const {ref} = folder === "book" ? stage.book.notable.accept : stage.books.whole!.notable.refused;
  const {page} = await stage.open(markup({src: `/${folder}/`, ref}, [tag]).replace("></", ` ${more}></`));
  await shown(page, [tag]);
  return {page, root: page.locator(tag), close: () => page.context().close()};
}

test("score: each mark of the scale stands at a number that the text says, and 100 marks are the frequency", async () => {
  const {root, close} = await show("limpide-score", "book");
  const {points, probability} = stage.book.notable.accept;
  const {policy, range} = stage.book.manifest;
  const [low, high] = [Math.min(range[0], points), Math.max(range[1], points)];
  const at = (value: number) => ((value - low) / (high - low)) * 100;
  const scale = root.locator("svg.scale");
  const x = async (part: string, name = "x") => (await attributes(scale.locator(part), name))[0];
  expect(await x(".client")).toBeCloseTo(at(points), 3);
  expect(await x(".threshold")).toBeCloseTo(at(policy.threshold), 3);
  expect(await x(".band")).toBeCloseTo(at(policy.reviewFrom - 0.5), 3);
  expect(await x(".band", "width")).toBeCloseTo(at(policy.reviewTo + 0.5) - at(policy.reviewFrom - 0.5), 3);
  const said = (await scale.locator("desc").textContent())!;
  for (const number of [points, policy.threshold, policy.reviewFrom, policy.reviewTo]) {
    expect(said).toContain(String(number));
  }
  const marks = await root.locator(".diamonds").evaluate((path) => path.getAttribute("d")!.match(/M/g)?.length ?? 0);
  expect(marks).toBe(Math.round(probability * 100));
  expect(await root.locator(".frequency p").first().textContent()).toContain(String(marks));
  await close();
});

test("reasons: the table has each step of the sum as long as it is drawn, and each reason's points", async () => {
  const {page, root, close} = await show("limpide-reasons", "book", "selectable");
  await unfold(page);
  const tabled = await numbersIn(root.locator(".sum td"));
  const [base, ...families] = tabled.slice(0, -1);
  expect(tabled.at(-1)).toBe(stage.book.notable.accept.points);
  expect(base! + families.reduce((sum, points) => sum + points, 0)).toBe(tabled.at(-1));
  const widths = await attributes(root.locator(".account .steps rect"), "width");
  expectAlike(shares(widths), shares(families));
  // Each step starts where the last one ended.
  const starts = await attributes(root.locator(".account .steps rect"), "x");
  const perPoint = Math.max(...widths) / Math.max(...families.map(Math.abs));
  let level = 0;
  families.forEach((points, i) => {
    expect(starts[i]! - starts[0]! + Math.min(0, families[0]!) * perPoint).toBeCloseTo(
      (level + Math.min(0, points)) * perPoint,
      2
    );
    level += points;
  });
  const rows = new Map(
    await root
      .locator(".account details table tbody tr")
      .evaluateAll((rows) =>
        rows.map(
          (row) => [row.querySelector("th")!.textContent.trim(), row.querySelector(".number")!.textContent] as const
        )
      )
  );
  const reasons = await root.locator(".side li").evaluateAll((items) =>
    items.map((item) => ({
      label: item.querySelector("button .hidden")!.textContent.trim(),
      points: item.querySelector(".head strong")!.textContent,
      width: parseFloat(item.querySelector("rect")!.getAttribute("width")!)
    }))
  );
  expect(reasons.length).toBeGreaterThan(3);
  for (const {label, points} of reasons)
    expect(numberIn(rows.get(label)!)).toBe(numberIn(points.replace(/points?/, "")));
  expectAlike(
    reasons.map(({width}) => width / 100),
    shares(reasons.map(({points}) => numberIn(points.replace(/points?/, ""))))
  );
  await close();
});

/** How the table of a comparison writes so many of so many. */
function cell(part: number, whole: number): string {
  const {kind, count} = observedFrequency(part, whole);
  return kind === "less" ? "<\u00a01" : kind === "more" ? ">\u00a099" : String(count);
}

function distributionsOf(feature: string): {similar: Distribution; everyone: Distribution} {
  const {cohorts, notable} = stage.book;
  const of = (id: string) => {
    const {features, points} = cohorts.find((cohort) => cohort.id === id)!;
    return feature === "points" ? points : features[feature]!;
  };
  return {similar: of(notable.accept.similar!), everyone: of("everyone")};
}

test.each(["credit_amount", "debt", "points"])(
  "comparison: the table has every bar of %s, in its group",
  async (id) => {
    const {page, root, close} = await show("limpide-comparison", "book", `feature="${id}" cohort="everyone"`);
    await unfold(page);
    const {everyone} = distributionsOf(id);
    const table = root.locator(".numbers table").first();
    expect(await numbersIn(table.locator("tbody td:nth-of-type(1)"))).toEqual(everyone.counts);
    expectAlike(shares(await attributes(root.locator("rect.bar"), "height")), shares(everyone.counts));
    const quantiles = await root.locator(".numbers .quantiles td").allTextContents();
    expect(quantiles).toHaveLength(5);
    // What the chart says of the median is what the table says of it.
    expect((await root.locator("svg.histogram text").allTextContents()).join()).toContain(`médiane ${quantiles[2]!}`);
    await close();
  }
);

test("comparison: everyone's outline is tabled beside the group's bars", async () => {
  const everyoneOf = stage.book.manifest.features.filter(({id, unit, protected: hidden}) => {
    const {similar, everyone} = distributionsOf(id);
    const isSameBins = JSON.stringify(similar.edges) === JSON.stringify(everyone.edges);
    return !hidden && unit !== "category" && unit !== "flag" && similar.edges !== null && isSameBins;
  });
  expect(everyoneOf.length).toBeGreaterThan(0);
  const {id} = everyoneOf[0]!;
  const {page, root, close} = await show("limpide-comparison", "book", `feature="${id}" cohort="similar"`);
  await unfold(page);
  const {similar, everyone} = distributionsOf(id);
  const table = root.locator(".numbers table").first();
  const column = (place: number) => table.locator(`tbody td:nth-of-type(${place})`).allTextContents();
  expect((await column(1)).map(numberIn)).toEqual(similar.counts);
  expect(await column(2)).toEqual(similar.counts.map((people) => cell(people, similar.count)));
  expect(await column(3)).toEqual(everyone.counts.map((people) => cell(people, everyone.count)));
  const outline = await root
    .locator("svg.histogram path.outline")
    .evaluate((path) => [...path.getAttribute("d")!.matchAll(/V([\d.e-]+)H/g)].map(([, y]) => Number(y)));
  const bottom = await root
    .locator("svg.histogram path.outline")
    .evaluate((path) => Number(/^M0 ([\d.e-]+)/.exec(path.getAttribute("d")!)![1]));
  expectAlike(shares(outline.map((y) => bottom - y)), shares(everyone.counts));
  await close();
});

test.each(["goods", "children"])("comparison: the table has every case of %s that a bar is drawn for", async (id) => {
  const {page, root, close} = await show("limpide-comparison", "book", `feature="${id}" cohort="everyone"`);
  await unfold(page);
  const {everyone} = distributionsOf(id);
  const tabled = await numbersIn(root.locator(".numbers table").first().locator("tbody td:nth-of-type(1)"));
  expect(tabled).toEqual(everyone.counts);
  const isCategory = (await root.locator(".categories").count()) > 0;
  if (isCategory) {
    const widths = await attributes(root.locator(".categories rect"), "width");
    const sorted = tabled.filter((people) => people > 0).sort((a, b) => b - a);
    const lines = widths.length < sorted.length ? widths.length - 1 : widths.length;
    expectAlike(shares(widths.slice(0, lines)), shares(sorted.slice(0, lines)));
    // The last line stands for all the cases that have none of their own.
    const rest = sorted.slice(lines).reduce((sum, people) => sum + people, 0);
    if (rest > 0) expect(widths.at(-1)! / widths[0]!).toBeCloseTo(rest / sorted[0]!, 2);
  } else {
    expectAlike(shares(await attributes(root.locator("rect.bar"), "height")), shares(everyone.counts));
  }
  await close();
});

test("simulator: the table has the model's own difference, and each bar is as long as its points", async () => {
  const {page, root, close} = await show("limpide-simulator", "whole");
  await simulate(page);
  await unfold(page);
  const {refused} = stage.books.whole!.notable;
  const {manifest} = stage.portfolio;
  const simulation = openSimulation(openSimulator(stage.portfolio.opened), {manifest, record: refused}) as Simulation;
  const credit = numberIn(await root.getByRole("spinbutton").first().inputValue());
  expect(credit).toBeLessThan(Math.round(simulation.loan.credit));
  // The terms that the sliders were left at: the stop before the last of the amount asked for.
  const outcome = [...simulation.ranges[0]!.stops]
    .map((stop) => work(simulation, {...termsAsked(simulation.loan), credit: stop}))
    .find(({loan}) => Math.round(loan.credit) === credit)!;
  const {families, unchanged, points} = explainDifference(simulation, outcome);
  const sums = await numbersIn(root.locator(".difference details .sum .number"));
  expect(sums).toEqual([...families.map((family) => family.points), unchanged.points, points]);
  const single = await numbersIn(root.locator(".difference details tbody tr:not(.sum) .number"));
  expect(single).toEqual([
    ...families.flatMap(({features}) => features.map((feature) => feature.points)),
    ...unchanged.features.map((feature) => feature.points)
  ]);
  const drawn = root.locator(".families > li");
  const heads = (await drawn.locator(".head strong").allTextContents()).map((text) =>
    numberIn(text.replace(/points?/, ""))
  );
  for (const head of heads) expect(sums).toContain(head);
  const widths = await attributes(drawn.locator("svg.bar rect"), "width");
  expect(widths).toHaveLength(heads.length);
  widths.forEach((width, i) => expect(width / Math.max(...widths)).toBeCloseTo(shares(heads)[i]!, 2));
  await close();
});
