import {afterAll, beforeAll, expect, test} from "vitest";
import {paths} from "../../../../model/contract/book/format.ts";
import type {ClientRecord} from "../../../../model/contract/record.ts";
import {openBrowser} from "../../../../tests/browser.ts";
import {ready, setStage, type Stage} from "../../testing/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(openBrowser());
});
afterAll(() => stage.close());

const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim();
const index = (id: string) => stage.book.manifest.features.findIndex((feature) => feature.id === id);

async function show({ref}: ClientRecord, more = "", lang: "fr" | "en" = "fr") {
  const {page} = await stage.open(`<limpide-comparison src="/book/" ref="${ref}" ${more}></limpide-comparison>`, {
    lang
  });
  await ready(page, ["limpide-comparison"]);
  const text = async () => plain(await page.locator("limpide-comparison .frame").innerText());
  return {page, text, close: () => page.context().close()};
}

test("it starts with the strongest reason, among everyone", async () => {
  const client = stage.book.notable.accept;
  const {page, close} = await show(client);
  const weights = client.contributions.map(Math.abs);
  const strongest = stage.book.manifest.features[weights.indexOf(Math.max(...weights))]!;
  const [feature, group] = await page.locator("select").all();
  expect(await feature!.inputValue()).toBe(strongest.id);
  expect(await group!.inputValue()).toBe("everyone");
  // The next client is compared by the same thing: one record is read, and no group again.
  const requests = () => page.evaluate(() => performance.getEntriesByType("resource").length);
  const before = await requests();
  const next = stage.book.records.find(({ref, contributions}) => {
    const others = contributions.map(Math.abs);
    return ref !== client.ref && others.indexOf(Math.max(...others)) !== weights.indexOf(Math.max(...weights));
  })!;
  await page.locator("limpide-comparison").evaluate((comparison, ref) => {
    const shown = new Promise((resolve) => comparison.addEventListener("limpide-load", resolve, {once: true}));
    comparison.setAttribute("ref", ref);
    return shown;
  }, next.ref);
  await ready(page, ["limpide-comparison"]);
  expect(await page.locator("select").first().inputValue()).toBe(strongest.id);
  expect((await requests()) - before).toBeLessThanOrEqual(1);
  await close();
});

test("of a whole value the standing is what counting the clients gives", async () => {
  const client = stage.book.notable.refuse;
  const value = client.values[index("children")]!;
  const others = stage.book.records.map(({values}) => values[index("children")]!);
  const hundred = (part: number) => Math.round((part / others.length) * 100);
  const [below, same, above] = [
    hundred(others.filter((other) => other < value).length),
    hundred(others.filter((other) => other === value).length),
    hundred(others.filter((other) => other > value).length)
  ];
  const {text, close} = await show(client, `feature="children"`);
  const expected =
    same > Math.max(below, above)
      ? `La même valeur que ${same} clients sur 100`
      : below >= above
        ? `Plus élevé que chez ${below} clients sur 100`
        : `Plus bas que chez ${above} clients sur 100`;
  expect(await text()).toContain(expected);
  await close();
});

test("of a score the standing is within a point of what counting gives", async () => {
  const client = stage.book.notable.accept;
  const {page, text, close} = await show(client, `feature="points"`, "en");
  const said = /(Higher|Lower) than (\d+) clients in 100/.exec(await text())!;
  const {records} = stage.book;
  const share = (test: (points: number) => boolean) =>
    (records.filter(({points}) => test(points)).length / records.length) * 100;
  const counted = said[1] === "Higher" ? share((p) => p < client.points) : share((p) => p > client.points);
  expect(Math.abs(Number(said[2]) - counted)).toBeLessThan(2);
  expect(plain((await page.getByRole("img").locator("desc").textContent())!)).toBe(said[0]);
  await close();
});

test("a missing value is said in words, and the group is still shown", async () => {
  const client = stage.book.records.find(({values}) => values[index("debt")] === null)!;
  const missing = stage.book.records.filter(({values}) => values[index("debt")] === null).length;
  const {page, text, close} = await show(client, `feature="debt"`);
  expect(await text()).toContain("Information non renseignée pour ce client");
  expect(await text()).toContain(`Elle manque aussi à ${missing - 1} clients du groupe`);
  expect(await page.locator("rect.bar").count()).toBeGreaterThan(3);
  expect(await page.locator("path.client").count()).toBe(0);
  await close();
});

test("the table holds every bin that the chart draws, and tells outcomes of fifty people or more", async () => {
  const {page, close} = await show(stage.book.notable.accept, `feature="credit_amount"`);
  await page.locator(".numbers > summary").click();
  const rows = page.locator(".numbers table").first().locator("tbody tr");
  expect(await rows.count()).toBe(await page.locator("rect.bar").count());
  const table = await rows.evaluateAll((rows) =>
    rows.map((row) => {
      const [people, accepted] = [...row.querySelectorAll("td")];
      return {
        people: Number(people!.textContent.replaceAll(/\s/g, "")),
        // Bins that were joined share their cells.
        joined: accepted === undefined ? 0 : accepted.rowSpan,
        told: accepted !== undefined && accepted.textContent !== "–"
      };
    })
  );
  const ranges = table.flatMap(({joined, told}, i) => (told ? [{first: i, last: i + joined - 1}] : []));
  for (const {first, last} of ranges) {
    const people = table.slice(first, last + 1).reduce((sum, row) => sum + row.people, 0);
    expect(people).toBeGreaterThanOrEqual(50);
  }
  expect(ranges.some(({first, last}) => last > first)).toBe(true);
  expect(ranges.reduce((sum, {first, last}) => sum + last - first + 1, 0)).toBe(table.length);
  expect(table.reduce((sum, {people}) => sum + people, 0)).toBe(stage.book.records.length);
  await close();
});

test("a category is compared by cases, the client's marked", async () => {
  const client = stage.book.notable.accept;
  const place = index("education");
  const {page, text, close} = await show(client, `feature="education"`, "en");
  const feature = stage.book.manifest.features[place]!;
  const label = feature.categoryLabels![feature.categories![client.values[place]!]!]!.en;
  expect(plain((await page.locator(".categories .mine .name").textContent())!)).toBe(`${label} ◆ This client`);
  const same = stage.book.records.filter(({values}) => values[place] === client.values[place]).length;
  const hundred = Math.round((same / stage.book.records.length) * 100);
  expect(await text()).toContain(`Like ${hundred} clients in 100`);
  await close();
});

test("choosing a feature and a group by keyboard changes the comparison and tells the page", async () => {
  const client = stage.book.notable.accept;
  const {page, text, close} = await show(client);
  await page.evaluate(() => {
    const chosen: unknown[] = [];
    Object.assign(window, {chosen});
    document.addEventListener("limpide-select", ({detail}) => chosen.push(detail));
  });
  await page.getByLabel("Information").selectOption("age");
  await page.getByLabel("Comparé à").selectOption("similar");
  await ready(page, ["limpide-comparison"]);
  expect(await text()).toContain("Clients similaires : même âge, même niveau d’études");
  expect(await page.evaluate(() => (window as unknown as {chosen: unknown[]}).chosen)).toEqual([
    {feature: "age", cohort: "everyone"},
    {feature: "age", cohort: client.similar}
  ]);
  await close();
});

test("a client whom too few resemble is not offered similar clients", async () => {
  const {page, close} = await show(stage.book.notable.lonely, `cohort="similar"`);
  expect(await page.getByLabel("Comparé à").inputValue()).toBe("everyone");
  expect(await page.locator("option[value=similar]").count()).toBe(0);
  await close();
});

test("protected features cannot be chosen, nor asked for", async () => {
  const {page, close} = await show(stage.book.notable.accept, `feature="gender"`);
  expect(await page.locator("option[value=gender]").count()).toBe(0);
  expect(await page.getByLabel("Information").inputValue()).not.toBe("gender");
  await close();
});

test("a group that cannot be read fails alone: another can be chosen", async () => {
  const client = stage.book.notable.accept;
  const {cohorts, epoch} = stage.book.manifest;
  const place = cohorts.findIndex(({id}) => id === client.similar);
  const path = `/book/${epoch}/${paths.cohort(place, 0)}`;
  stage.answers.set(path, {status: 500, body: ""});
  const {page, close} = await show(client, `cohort="similar" feature="points"`);
  await page.getByText("E_BOOK_UNREACHABLE").waitFor();
  await page.getByLabel("Comparé à").selectOption("everyone");
  await page.getByRole("img").waitFor();
  stage.answers.delete(path);
  await close();
});

test("a group that two things make is held against everyone, drawn and in figures", async () => {
  const {manifest, records} = stage.book;
  const pair = manifest.cohorts.find(({grouping}) => grouping === "pair")!;
  const client = records.find(({cohorts}) => cohorts.includes(pair.id))!;
  const {page, text, close} = await show(client, `cohort="${pair.id}" feature="points"`);
  expect(await page.getByLabel("Comparé à").inputValue()).toBe(pair.id);
  expect(await text()).toContain(pair.label.fr);
  expect(await page.locator("path.outline").count()).toBe(2);
  await page.locator(".numbers > summary").click();
  const heads = await page.locator(".numbers thead").first().locator("th").allTextContents();
  expect(heads.map(plain)).toContain("Sur 100 de tous les clients");
  await close();
});

test("what a feature means is read when someone asks", async () => {
  const {page, close} = await show(stage.book.notable.accept, `feature="credit_amount"`);
  const meanings = () =>
    page.evaluate(() => performance.getEntriesByType("resource").filter(({name}) => name.includes("meanings")).length);
  expect(await meanings()).toBe(0);
  await page.getByText("Ce que cela veut dire").click();
  await expect.poll(() => page.locator(".meaning p").innerText()).not.toBe("…");
  expect(await meanings()).toBe(1);
  const french = await page.locator(".meaning p").innerText();
  await page.evaluate(() => (document.documentElement.lang = "en"));
  const isOther = async () => !["…", french].includes(await page.locator(".meaning p").innerText());
  await expect.poll(isOther).toBe(true);
  await close();
});

test("choosing another group while a meaning is being read stops neither and reports nothing", async () => {
  const {epoch} = stage.book.manifest;
  const path = `/book/${epoch}/${paths.meanings("fr")}`;
  stage.answers.set(path, "hang");
  const {page, text, close} = await show(stage.book.notable.accept, `feature="credit_amount"`);
  await page.evaluate(() => {
    const failures: string[] = [];
    Object.assign(window, {failures});
    addEventListener("error", ({message}) => failures.push(message));
    document.addEventListener("limpide-error", ({detail}) => failures.push(detail.code));
  });
  await page.getByText("Ce que cela veut dire").click();
  await page.getByLabel("Comparé à").selectOption("similar");
  await page.getByRole("img").first().waitFor();
  await expect.poll(text).toContain("Clients similaires");
  expect(await page.evaluate(() => (window as unknown as {failures: string[]}).failures)).toEqual([]);
  stage.answers.delete(path);
  await close();
});
