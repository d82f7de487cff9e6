import {html, nothing, svg, type TemplateResult} from "lit";
import type {ManifestFeature} from "../../../../model/contract/manifest.ts";
import {formatSigned} from "../../locales/format.ts";
import type {Difference, MovedFeature, Surprise} from "./difference.ts";
import {writeMove, type Writing} from "./writing.ts";

/** Where the difference comes from: families of informations that changed, then all that didn't; folded, as a table. */
export function differenceView(
  difference: Difference,
  surprise: Surprise | null,
  features: readonly ManifestFeature[],
  compact: boolean,
  writing: Writing
): TemplateResult {
  const said = writing.words.difference;
  const {points, families, unchanged} = difference;
  const told = families.filter(({features}) => features.some(isTold));
  const minor = families.reduce((count, {features}) => count + features.filter((each) => !isTold(each)).length, 0);
  const bar = barOf([...told.map(({points}) => points), unchanged.points]);
  return html`
    <p class="lead figures">${points === 0 ? said.same : said.lead(signed(points, writing))}</p>
    ${surprise === null ? nothing : html`<p class="surprise">${said.surprises[surprise](Math.abs(points))}</p>`}
    ${
      compact
        ? nothing
        : html`<ul class="families">
              ${told.map(
                ({family, points, features: moved}) =>
                  html`<li>
                    ${head(writing.families[family], points, bar, writing)}
                    ${rows(moved.filter(isTold), features, writing)}
                  </li>`
              )}
              ${
                unchanged.points === 0
                  ? nothing
                  : html`<li>
                      ${head(said.unchanged, unchanged.points, bar, writing)}
                      <p class="small muted">${said.unchangedHint}</p>
                    </li>`
              }
            </ul>
            ${minor === 0 ? nothing : html`<p class="small muted">${said.minor(minor)}</p>`}`
    }
    ${table(difference, features, writing)}
  `;
}

function isTold({points}: MovedFeature): boolean {
  return points !== 0;
}

function signed(points: number, {score, language}: Writing): string {
  return `${formatSigned(points, language)}\u00a0${score.points(points)}`;
}

function head(name: string, points: number, bar: (points: number) => TemplateResult, writing: Writing): TemplateResult {
  return html`<p class="head">
      <span>${name}</span> <strong class="figures ${sideOf(points)}">${signed(points, writing)}</strong>
    </p>
    <svg class="bar" width="100%" height="0.5em" aria-hidden="true">${bar(points)}</svg>`;
}

/** What the loan is first, then what is computed from it and moves for no other reason. */
function rows(moved: readonly MovedFeature[], features: readonly ManifestFeature[], writing: Writing): TemplateResult {
  const list = (of: MovedFeature["part"]) => {
    const rows = moved.filter(({part}) => part === of);
    if (rows.length === 0) return nothing;
    return html`<ul>
      ${rows.map((each) => movedView(each, features[each.index]!, writing))}
    </ul>`;
  };
  const isComputed = moved.some(({part}) => part === "computed");
  return html`<div class="small">
    ${list("loan")} ${isComputed ? html`<p class="muted">${writing.words.difference.computed}</p>` : nothing}
    ${list("computed")}
  </div>`;
}

function movedView({before, after, points}: MovedFeature, feature: ManifestFeature, writing: Writing): TemplateResult {
  const {change, language} = writing;
  const [from, to] = writeMove(before, after, feature, writing);
  return html`<li>
    <span>${feature.label[language]}</span>
    <span class="values figures"
      ><span class="hidden">${change.from}</span> <span class="muted">${from}</span>
      <svg class="arrow" viewBox="0 0 16 16" aria-hidden="true"><path d="M1.5 8h12M9.5 4l4 4-4 4"></path></svg>
      <span class="hidden">${change.to}</span> ${to}</span
    >
    <span class="number figures ${sideOf(points)}">${formatSigned(points, language)}</span>
  </li>`;
}

function table(difference: Difference, features: readonly ManifestFeature[], writing: Writing): TemplateResult {
  const {words, families, language} = writing;
  const {columns, table, unchanged, total} = words.difference;
  const row = (index: number, points: number, values: readonly string[]) =>
    html`<tr>
      <th scope="row">${features[index]!.label[language]}</th>
      <td>${values[0]}</td>
      <td>${values[1]}</td>
      <td class="number">${formatSigned(points, language)}</td>
    </tr>`;
  const sum = (name: string, points: number) =>
    html`<tr class="sum">
      <th scope="rowgroup" colspan="3">${name}</th>
      <td class="number">${formatSigned(points, language)}</td>
    </tr>`;
  return html`<details>
    <summary>${table}</summary>
    <div class="scroll" tabindex="0" role="group" aria-label=${table}>
      <table>
        <thead>
          <tr>
            <th scope="col">${columns.feature}</th>
            <th scope="col">${columns.before}</th>
            <th scope="col">${columns.after}</th>
            <th scope="col" class="number">${columns.points}</th>
          </tr>
        </thead>
        ${difference.families.map(
          ({family, points, features: moved}) =>
            html`<tbody>
              ${sum(families[family], points)}
              ${moved.map(({index, before, after, points}) =>
                row(index, points, writeMove(before, after, features[index]!, writing))
              )}
            </tbody>`
        )}
        <tbody>
          ${sum(unchanged, difference.unchanged.points)}
          ${difference.unchanged.features.map(({index, points}) => row(index, points, []))}
        </tbody>
        <tfoot>
          ${sum(total, difference.points)}
        </tfoot>
      </table>
    </div>
  </details>`;
}

/** Bars on both sides of nothing, on one scale. */
function barOf(parts: readonly number[]): (points: number) => TemplateResult {
  const low = Math.min(0, ...parts);
  const span = Math.max(0, ...parts) - low || 1;
  const x = (points: number) => ((points - low) / span) * 100;
  return (points) =>
    svg`<rect class=${sideOf(points)} x="${x(Math.min(0, points))}%" width="${(Math.abs(points) / span) * 100}%" height="100%"></rect>
      <line x1="${x(0)}%" x2="${x(0)}%" y1="-25%" y2="125%"></line>`;
}

function sideOf(points: number): string {
  return points === 0 ? "muted" : points > 0 ? "towards" : "against";
}
