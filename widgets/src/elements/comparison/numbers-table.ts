import {html, nothing, type TemplateResult} from "lit";
import type {Distribution, OutcomeRange} from "../../../../model/contract/cohort.ts";
import type {Language} from "../../../../model/contract/text.ts";
import {binOf} from "../../chart/scale.ts";
import type {ComparisonTexts} from "../../locales/dictionary.ts";
import {formatNumber} from "../../locales/format.ts";
import {observedFrequency, type Frequency} from "../../locales/frequency.ts";
import {diamond} from "../base/signs.ts";
import {acceptedIn, binLabel, defaultsIn, smallestShown} from "./bins.ts";
import type {Subject} from "./subject.ts";

const percents = [5, 25, 50, 75, 95];

/** Everything that the chart shows, as tables to be read or copied. */
export function numbersTable(
  subject: Subject,
  distribution: Distribution,
  everyone: Distribution | undefined,
  words: ComparisonTexts,
  language: Language
): TemplateResult {
  const {counts, edges, quantiles} = distribution;
  const {columns} = words;
  const mine = subject.value === null ? undefined : edges === null ? subject.value : binOf(edges, subject.value);
  const shareOf = (people: number, {count}: Distribution) => words.cell(observedFrequency(people, count));
  return html`<details class="numbers">
    <summary>${words.numbers}</summary>
    <div class="scroll" tabindex="0" role="group" aria-label=${words.numbers}>
      <table>
        <thead>
          <tr>
            <th scope="col">${subject.categorical ? columns.category : columns.bin}</th>
            <th scope="col" class="number">${columns.people}</th>
            ${
              everyone === undefined
                ? nothing
                : html`<th scope="col" class="number wrap">${columns.ofGroup}</th>
                    <th scope="col" class="number wrap">${columns.ofEveryone}</th>`
            }
            <th scope="col" class="number wrap">${columns.accepted}</th>
            <th scope="col" class="number wrap">${columns.defaults}</th>
          </tr>
        </thead>
        <tbody>
          ${counts.map(
            (people, bin) =>
              html`<tr class=${bin === mine ? "mine" : ""}>
                <th scope="row">
                  ${binLabel({first: bin, last: bin}, distribution, subject, words)}
                  ${bin === mine ? html`<span class="mark">${diamond} ${words.thisClient}</span>` : nothing}
                </th>
                <td class="number">${formatNumber(people, language)}</td>
                ${
                  everyone === undefined
                    ? nothing
                    : html`<td class="number">${shareOf(people, distribution)}</td>
                        <td class="number">${shareOf(everyone.counts[bin]!, everyone)}</td>`
                }
                ${outcomeCells(bin, distribution, words)}
              </tr>`
          )}
        </tbody>
      </table>
    </div>
    <p class="small muted">${words.suppressed(smallestShown)}</p>
    ${
      quantiles === null || subject.categorical
        ? nothing
        : html`<table class="quantiles">
            <thead>
              <tr>
                <th scope="col">${columns.share}</th>
                <th scope="col" class="number">${columns.value}</th>
              </tr>
            </thead>
            <tbody>
              ${quantiles.map(
                (value, i) =>
                  html`<tr>
                    <th scope="row">${words.quantile(percents[i]!)}</th>
                    <td class="number">${subject.text(value)}</td>
                  </tr>`
              )}
            </tbody>
          </table>`
    }
  </details>`;
}

/** Bins that were joined share their cells; of those that are told nothing about, a dash. */
function outcomeCells(bin: number, {outcomes}: Distribution, words: ComparisonTexts): TemplateResult | typeof nothing {
  const range = outcomes.find(({first, last}) => first <= bin && bin <= last);
  if (range !== undefined && range.first < bin) return nothing;
  const rows = range === undefined ? 1 : range.last - range.first + 1;
  const cell = (of: (range: OutcomeRange) => Frequency | undefined) => {
    const frequency = range && of(range);
    return html`<td class="number" rowspan=${rows}>${frequency === undefined ? "–" : words.cell(frequency)}</td>`;
  };
  return html`${cell(acceptedIn)}${cell(defaultsIn)}`;
}
