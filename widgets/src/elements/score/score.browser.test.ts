import {afterAll, beforeAll, expect, test} from "vitest";
import {openBrowser} from "../../../../tests/browser.ts";
import {axeViolations, ready, setStage, type Stage} from "../../testing/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(openBrowser());
});
afterAll(() => stage.close());

const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim();

async function show(name: keyof Stage["book"]["notable"], lang: "fr" | "en", more = ""): Promise<string> {
  const {ref} = stage.book.notable[name];
  const {page} = await stage.open(`<limpide-score src="/book/" ref="${ref}" ${more}></limpide-score>`, {lang});
  await ready(page, ["limpide-score"]);
  const text = plain(await page.locator("limpide-score .frame").innerText());
  await page.context().close();
  return text;
}

test("a score above the review band is recommended, with its distance and its frequency", async () => {
  const {points, probability} = stage.book.notable.accept;
  const {threshold} = stage.book.manifest.policy;
  const text = await show("accept", "fr");
  expect(text).toContain("Avis favorable");
  expect(text).toContain("Le modèle recommande d’accorder ce crédit ; c’est le conseiller qui décide.");
  expect(text).toContain(`${points} points`);
  expect(text).toContain(`${points - threshold} points au-dessus du seuil`);
  expect(text).toContain(`Sur 100 clients avec ce score, environ ${Math.round(probability * 100)} ne remboursent pas.`);
  expect(text).toContain("Modèle 3f9c27d1a4be, entraîné le 12 mars 2026");
});

test("a score below it is not recommended", async () => {
  const {points} = stage.book.notable.refuse;
  const text = await show("refuse", "en");
  expect(text).toContain("Not recommended");
  expect(text).toContain("The model recommends not granting this credit; the advisor decides.");
  expect(text).toContain(`${stage.book.manifest.policy.threshold - points} points below the threshold`);
});

test("a score in the band is to be reviewed, whichever side it is on", async () => {
  const text = await show("review", "fr");
  expect(text).toContain("À examiner");
  expect(text).not.toMatch(/Avis (dé)?favorable/);
});

test("fewer than one in a hundred is not rounded to nobody", async () => {
  const text = await show("safest", "fr");
  expect(stage.book.notable.safest.probability).toBeLessThan(0.01);
  expect(text).toContain("Sur 100 clients avec ce score, moins d’un ne rembourse pas.");
});

test("the scale says in words what it draws", async () => {
  const {ref, points} = stage.book.notable.accept;
  const {threshold, reviewFrom, reviewTo} = stage.book.manifest.policy;
  const {page} = await stage.open(`<limpide-score src="/book/" ref="${ref}"></limpide-score>`);
  await ready(page, ["limpide-score"]);
  const scale = page.getByRole("img", {name: "Score du client sur l’échelle des points"});
  const text = plain(await scale.locator("desc").evaluate((desc) => desc.textContent));
  expect(text).toContain(`Ce client a ${points} points. Le seuil d’acceptation est à ${threshold} points`);
  expect(text).toContain(`de ${reviewFrom} à ${reviewTo}, le dossier est à examiner`);
  expect(plain((await scale.locator("text").textContent())!)).toBe(`Ce client · ${points}`);
  const caption = await page.locator("limpide-score figcaption").innerText();
  expect(plain(caption)).toContain(`Seuil ${threshold} · à examiner de ${reviewFrom} à ${reviewTo}`);
  await page.context().close();
});

test("the client is drawn on the side of the threshold that the recommendation says", async () => {
  for (const name of ["accept", "refuse"] as const) {
    const {page} = await stage.open(
      `<limpide-score src="/book/" ref="${stage.book.notable[name].ref}"></limpide-score>`
    );
    await ready(page, ["limpide-score"]);
    const x = (selector: string) =>
      page.locator(`limpide-score ${selector}`).evaluate((mark) => mark.getBoundingClientRect().x);
    const [client, threshold] = [await x("svg.client"), await x("rect.threshold")];
    expect(client > threshold).toBe(name === "accept");
    await page.context().close();
  }
});

test("compact is one line: points and recommendation, and the rest as its description", async () => {
  const {ref, points} = stage.book.notable.accept;
  const {page} = await stage.open(`<limpide-score compact src="/book/" ref="${ref}"></limpide-score>`);
  await ready(page, ["limpide-score"]);
  const line = page.getByRole("group", {name: "Score de crédit"});
  expect(plain(await line.innerText())).toBe(`${points} points Avis favorable`);
  const title = plain((await line.getAttribute("title"))!);
  expect(title).toContain("Sur 100 clients avec ce score");
  expect(title).toContain("Données de démonstration");
  await page.context().close();
});

test.each([16, 20])("fifty compact scores of %i pixels fit in a table's rows, whatever their state", async (size) => {
  const {records} = stage.book;
  const refs = [...records.slice(0, 47).map(({ref}) => ref), "nobody", "", records[0]!.ref];
  const rows = refs.map(
    (ref, i) =>
      `<tr><th>${i}</th><td><limpide-score compact src="${i === 49 ? "/nowhere/" : "/book/"}" ref="${ref}"></limpide-score></td></tr>`
  );
  stage.server.requests.length = 0;
  const {page, problems} = await stage.open(`<table><tbody>${rows.join("")}</tbody></table>`, {
    head: `<link rel="stylesheet" href="/table.css">`,
    bypassCSP: true
  });
  stage.answers.set("/table.css", {body: `body{font-size:${size}px}td,th{padding:0}`});
  await page.reload();
  await page.waitForFunction(() =>
    [...document.querySelectorAll("limpide-score")].every((widget) => !widget.matches(":state(loading)"))
  );
  const heights = await page.evaluate(() => [...document.querySelectorAll("tr")].map((row) => row.offsetHeight));
  expect(Math.max(...heights)).toBeLessThanOrEqual(2.5 * size);
  const widths = await page.evaluate(() =>
    [...document.querySelectorAll("limpide-score")].map((widget) => {
      const line = widget.shadowRoot!.querySelector(".line")!;
      return line.scrollWidth - widget.clientWidth;
    })
  );
  expect(Math.max(...widths)).toBeLessThanOrEqual(0);
  expect(stage.server.requests.filter((path) => path === "/book/manifest.json").length).toBeLessThanOrEqual(4);
  expect(await axeViolations(page)).toEqual([]);
  expect(problems.filter((problem) => !problem.includes("404"))).toEqual([]);
  await page.context().close();
});
