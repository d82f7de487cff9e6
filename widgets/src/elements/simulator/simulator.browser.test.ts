import type {Locator, Page} from "playwright-core";
import {afterAll, afterEach, beforeAll, expect, test} from "vitest";
import {moveLever} from "../../../../model/explainer/recourse/limits.ts";
import {termsAsked, withCredit} from "../../../../model/explainer/recourse/terms.ts";
import {openBrowser} from "../../../../tests/browser.ts";
import {axeViolations, setStage, type Stage, type StagedPage, type StageOptions} from "../../testing/stage.ts";
import {termsOf} from "./changes.ts";
import {openSimulation, openSimulator, simulate, type Simulation} from "./simulation.ts";
import {simulatorBook, type SimulatorBook} from "./testing/simulator-book.ts";

let stage: Stage;
let book: SimulatorBook;
let modelPath: string;
beforeAll(async () => {
  book = await simulatorBook();
  modelPath = `/loans/${book.manifest.epoch}/model.bin`;
  const served = (path: string) => {
    const body = book.files.get(path.replace(/^\/loans\//, ""));
    return Promise.resolve(body && {body});
  };
  stage = await setStage(openBrowser(), served);
}, 120_000);
afterEach(() => stage.answers.clear());
afterAll(() => stage.close());

type Name = keyof SimulatorBook["notable"];
const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim();
const markup = (name: Name, more = "eager") =>
  `<limpide-simulator src="/loans/" ref="${book.notable[name].ref}" ${more}></limpide-simulator>`;

/** Opens a client; `eager` ones until their sliders are there. */
async function open(name: Name, more = "eager", options: StageOptions = {}): Promise<StagedPage & {root: Locator}> {
  const staged = await stage.open(markup(name, more), options);
  const root = staged.page.locator("limpide-simulator");
  await staged.page.waitForSelector("limpide-simulator:state(ready)");
  if (/eager/.test(more)) await root.getByRole("slider").first().waitFor();
  return {...staged, root};
}

function simulationOf(name: Name): Simulation {
  const record = book.notable[name];
  return openSimulation(openSimulator(book.opened), {manifest: book.manifest, record}) as Simulation;
}

const pointsShown = async (root: Locator) => Number((await root.locator(".result .points strong").innerText()).trim());
const slider = (root: Locator, name: string) => root.getByRole("slider", {name});
const field = (root: Locator, name: string) => root.getByRole("spinbutton", {name});

test("the model is read once somebody comes near, and once for all that show its book", async () => {
  stage.server.requests.length = 0;
  const {page, problems} = await stage.open(`${markup("refused", "")}${markup("accepted", "")}`);
  await page.waitForFunction(() => document.querySelectorAll("limpide-simulator:state(ready)").length === 2);
  expect(stage.server.requests).not.toContain(modelPath);
  const first = page.locator("limpide-simulator").first();
  expect(plain(await first.locator(".frame").innerText())).toContain(`${book.notable.refused.points} points`);
  await first.hover();
  await expect.poll(() => stage.server.requests.filter((path) => path === modelPath).length).toBe(1);
  expect(await first.getByRole("slider").count()).toBe(0);
  for (let i = 0; i < 2; i++) await page.getByRole("button", {name: "Lancer la simulation"}).first().click();
  await expect.poll(() => page.getByRole("slider").count()).toBeGreaterThan(3);
  expect(stage.server.requests.filter((path) => path === modelPath).length).toBe(1);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("by keyboard alone: start, move each slider, type a sum, take a way out, go back", async () => {
  const {page, root, problems} = await open("refused", "");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await root.getByRole("slider").first().waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.id ?? "");
  await expect.poll(focused).toBe("credit");
  const before = await pointsShown(root);
  expect(before).toBe(book.notable.refused.points);
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Home");
  expect(await slider(root, "Montant du crédit").getAttribute("aria-valuetext")).toMatch(/€$/);
  await page.keyboard.press("Tab");
  await page.keyboard.type("0");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("downPayment");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("months");
  await page.keyboard.press("Home");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => pointsShown(root)).toBe(before);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  const {change} = book.notable.refused;
  if (change?.kind !== "recourse") throw new Error("expected a refusal");
  await expect.poll(() => pointsShown(root)).toBe(change.solutions[0]!.points);
  expect(problems).toEqual([]);
  await page.context().close();
});

test("what the page shows is what the model says, at every stop of a slider", async () => {
  const {page, root} = await open("refused");
  const simulation = simulationOf("refused");
  const {loan: asked, simulator, ranges} = simulation;
  const {grid} = simulator.engine;
  const credit = slider(root, "Montant du crédit");
  await credit.press("Home");
  let terms = moveLever(asked, grid, termsAsked(asked), "credit", ranges[0]!.stops[0]!).terms;
  const seen = new Set<number>();
  for (const stop of ranges[0]!.stops) {
    terms = moveLever(asked, grid, terms, "credit", stop).terms;
    const {score, loan} = simulate(simulation, terms);
    expect(await pointsShown(root)).toBe(score.points);
    const shown = plain(await root.locator(".controls dl").innerText()).replaceAll(/[\s\u202f]/g, "");
    expect(shown).toContain(`${Math.round(loan.instalment)}€`);
    seen.add(score.points);
    await credit.press("ArrowRight");
  }
  expect(seen.size).toBeGreaterThan(4);
  await page.context().close();
});

test("the difference is told part by part, and the parts add up to it", async () => {
  const {page, root} = await open("refused");
  await slider(root, "Montant du crédit").press("Home");
  await root.locator("summary").click();
  const sums = await root.locator("details .sum .number").allInnerTexts();
  const numbers = sums.map((text) => Number(text.replace("−", "-")));
  const total = numbers.pop()!;
  expect(numbers.reduce((sum, points) => sum + points, 0)).toBe(total);
  expect(total).toBe((await pointsShown(root)) - book.notable.refused.points);
  const told = plain(await root.locator(".difference").innerText());
  expect(told).toContain("Part du revenu prise par la mensualité");
  expect(told).toContain("Calculé d’après le crédit demandé :");
  // Each bar that is drawn has its points in the table.
  const drawn = await root.locator(".families .head strong").allInnerTexts();
  for (const text of drawn) expect(sums).toContain(text.split("\u00a0")[0]);
  await page.context().close();
});

test("a simulation fires limpide-simulate with what changed, and the way back with nothing", async () => {
  const {page, root} = await open("refused");
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, {heard});
    document.addEventListener("limpide-simulate", ({detail}) => heard.push(detail));
  });
  await slider(root, "Durée").press("ArrowRight");
  await root.getByRole("button", {name: "Revenir à la demande"}).press("Enter");
  await root.getByRole("button", {name: "Revenir à la demande"}).press("Enter");
  const heard = await page.evaluate(() => (window as unknown as {heard: Record<string, unknown>[]}).heard);
  const {record, loan} = {record: book.notable.refused, loan: simulationOf("refused").loan};
  expect(heard.length).toBe(2);
  expect(heard[0]!.changes).toEqual([
    {quantity: "months", before: loan.months, after: loan.months + 6},
    {quantity: "instalment", before: loan.instalment, after: expect.any(Number) as number}
  ]);
  expect(heard[1]).toEqual({
    points: record.points,
    recommendation: record.recommendation,
    review: record.review,
    changes: []
  });
  await page.context().close();
});

test("what would be accepted is one click away", async () => {
  const {page, root} = await open("refused", "eager", {});
  const {change} = book.notable.refused;
  if (change?.kind !== "recourse") throw new Error("expected a refusal");
  const simulation = simulationOf("refused");
  const buttons = root.locator(".ways button");
  expect(await buttons.count()).toBe(change.solutions.length);
  for (const [i, {points, changes}] of change.solutions.entries()) {
    await buttons.nth(i).click();
    expect(await pointsShown(root)).toBe(points);
    expect(await buttons.nth(i).getAttribute("aria-pressed")).toBe("true");
    const {loan} = simulate(simulation, termsOf(simulation.loan, changes));
    expect(Number(await field(root, "Montant du crédit").inputValue())).toBe(Math.round(loan.credit));
    expect(await root.locator(".result").innerText()).toMatch(/Avis favorable|À examiner/);
  }
  await page.context().close();
});

test("nothing that would be accepted is said, and what wasn't looked for is found", async () => {
  const none = await open("noWay");
  expect(await none.root.locator(".ways").innerText()).toContain("n’atteint le seuil");
  await none.page.context().close();
  const unsought = await open("unsought");
  expect(await unsought.root.locator(".ways h3").count()).toBe(1);
  await unsought.page.context().close();
});

test("a screen reader is told once the sliders rest, in a sentence", async () => {
  const {page, root} = await open("refused");
  const status = root.locator("p[role=status]");
  const credit = slider(root, "Montant du crédit");
  for (let i = 0; i < 3; i++) await credit.press("ArrowLeft");
  expect(await status.textContent()).toBe("");
  await expect
    .poll(async () => plain((await status.textContent())!))
    .toMatch(/^\d+ points?, .* que la demande : .+\.$/);
  expect(await status.textContent()).toContain(String(await pointsShown(root)));
  await page.context().close();
});

test("a slider stops where the simulation ends, and it is said why; a typed sum is brought back", async () => {
  const {page, root} = await open("refused");
  const credit = slider(root, "Montant du crédit");
  await credit.press("Home");
  const note = root.locator("#credit-note");
  expect(plain(await note.innerText())).toContain("La simulation s’arrête ici");
  const least = await field(root, "Montant du crédit").inputValue();
  await field(root, "Montant du crédit").fill("5");
  await field(root, "Montant du crédit").press("Tab");
  expect(await field(root, "Montant du crédit").inputValue()).toBe(least);
  await field(root, "Montant du crédit").fill("");
  await field(root, "Montant du crédit").press("Tab");
  expect(await field(root, "Montant du crédit").inputValue()).toBe(least);
  const between = Number(least) + 777;
  await field(root, "Montant du crédit").fill(String(between));
  const simulation = simulationOf("refused");
  const expected = simulate(simulation, withCredit(termsAsked(simulation.loan), between)).score.points;
  expect(await pointsShown(root)).toBe(expected);
  expect(await credit.getAttribute("aria-valuetext")).toMatch(/777/);
  await page.context().close();
});

test("a slider that the income can't bear goes back to the last one that it can", async () => {
  const simulation = book.records
    .slice(0, 60)
    .map((record) => openSimulation(openSimulator(book.opened), {manifest: book.manifest, record}))
    .find((each): each is Simulation => typeof each !== "string" && each.loan.months > 24);
  const record = book.records.find(({values}) => values[1] === simulation!.row[1])!;
  const {page} = await stage.open(`<limpide-simulator src="/loans/" ref="${record.ref}" eager></limpide-simulator>`);
  const root = page.locator("limpide-simulator");
  const credit = slider(root, "Montant du crédit");
  await credit.press("End");
  const months = slider(root, "Durée");
  await months.press("Home");
  const {loan, simulator} = simulation!;
  const largest = Math.max(loan.income * simulator.engine.grid.largestInstalmentShare, loan.instalment);
  const shown = plain(await root.locator(".controls dl > div").first().innerText()).replaceAll(/[\s\u202f]/g, "");
  expect(Number(/(\d+)€$/.exec(shown)![1])).toBeLessThanOrEqual(Math.ceil(largest));
  const [position, value] = [await months.inputValue(), await field(root, "Durée").inputValue()];
  await months.press("Home");
  expect([await months.inputValue(), await field(root, "Durée").inputValue()]).toEqual([position, value]);
  await page.context().close();
});

test("a record whose values don't give its score is a broken book, and nothing is simulated", async () => {
  const {page, root} = await open("wrongScore", "");
  await page.evaluate(() => {
    document.addEventListener("limpide-error", ({detail}) => (document.title = detail.code));
  });
  await root.getByRole("button", {name: "Lancer la simulation"}).click();
  await page.getByText("E_BOOK_INTEGRITY").waitFor();
  expect(await page.title()).toBe("E_BOOK_INTEGRITY");
  expect(await page.getByRole("slider").count()).toBe(0);
  await page.context().close();
});

test("a model that can't be reached is asked for again by a button", async () => {
  stage.answers.set(modelPath, "cut");
  const {page, root} = await open("refused", "");
  await root.hover();
  await page.waitForTimeout(100);
  // Nobody asked for it yet: nothing is said.
  expect(await root.getByText("E_BOOK_UNREACHABLE").count()).toBe(0);
  await root.getByRole("button", {name: "Lancer la simulation"}).click();
  await root.getByText("E_BOOK_UNREACHABLE").waitFor();
  stage.answers.clear();
  await root.getByRole("button", {name: "Réessayer"}).click();
  await root.getByRole("slider").first().waitFor();
  await page.context().close();
});

test("a client who can't be simulated is told so, and why", async () => {
  for (const [name, why] of [
    ["noCredit", "le montant du crédit n’est pas renseigné"],
    ["noInstalment", "il manque à ce dossier la mensualité"]
  ] as const) {
    const {page} = await stage.open(markup(name));
    await page.getByText(why).waitFor();
    await page.context().close();
  }
});

test("the next client has sliders too, at their own loan; words follow the language", async () => {
  const {page, root} = await open("refused", "");
  await root.getByRole("button", {name: "Lancer la simulation"}).click();
  await slider(root, "Montant du crédit").press("Home");
  await root.evaluate((element, ref) => element.setAttribute("ref", ref), book.notable.accepted.ref);
  await expect.poll(() => pointsShown(root)).toBe(book.notable.accepted.points);
  expect(await root.locator(".ways h3").innerText()).toBe("Voir jusqu’où l’avis reste favorable");
  await page.evaluate(() => (document.documentElement.lang = "en"));
  await root.getByRole("heading", {name: "Try another loan"}).waitFor();
  expect(await slider(root, "Amount of credit").count()).toBe(1);
  await page.context().close();
});

test("a line of credit has its amount alone", async () => {
  const {page, root} = await open("line");
  expect(await root.getByRole("slider").count()).toBe(1);
  expect(await slider(root, "Montant du crédit renouvelable").count()).toBe(1);
  await page.context().close();
});

async function moveAll(page: Page): Promise<void> {
  for (const each of await page.getByRole("slider").all()) await each.press("ArrowLeft");
  for (const summary of await page.locator("summary").all()) await summary.click();
}

test.each([
  ["light", "fr", "none"],
  ["light", "en", "none"],
  ["dark", "fr", "none"],
  ["dark", "en", "none"],
  ["light", "fr", "active"]
] as const)("axe finds nothing in %s, %s, forced colours %s", async (colorScheme, lang, forcedColors) => {
  const all =
    markup("refused") +
    markup("accepted") +
    markup("line", "eager compact") +
    markup("refused", "") +
    markup("noCredit") +
    markup("wrongScore");
  const {page} = await stage.open(all, {colorScheme, lang, forcedColors, bypassCSP: true});
  await page.getByText("E_BOOK_INTEGRITY").waitFor();
  await expect.poll(() => page.getByRole("slider").count()).toBeGreaterThan(6);
  expect(await axeViolations(page)).toEqual([]);
  await moveAll(page);
  expect(await axeViolations(page)).toEqual([]);
  await page.context().close();
});

test.each([320, 360, 700, 1280])("at %i pixels nothing scrolls sideways or leaves its frame", async (width) => {
  for (const lang of ["fr", "en"] as const) {
    const {page} = await open("refused", "eager", {viewport: {width, height: 800}, lang});
    await moveAll(page);
    const outside = await page.evaluate(() => {
      const {shadowRoot} = document.querySelector("limpide-simulator")!;
      const frame = shadowRoot!.querySelector(".frame")!.getBoundingClientRect();
      return [...shadowRoot!.querySelectorAll(".frame *:not(.hidden, desc, title, .scroll *)")]
        .filter((element) => {
          const {left, right, width} = element.getBoundingClientRect();
          return width > 0 && (left < frame.left - 0.5 || right > frame.right + 0.5);
        })
        .map((element) => `${element.localName}.${element.getAttribute("class") ?? ""}`);
    });
    expect(outside).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.context().close();
  }
});
