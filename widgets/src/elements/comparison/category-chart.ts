import {html, nothing, type TemplateResult} from "lit";
import type {Distribution} from "../../../../model/contract/cohort.ts";
import type {ComparisonTexts} from "../../locales/dictionary.ts";
import {observedFrequency} from "../../locales/frequency.ts";
import {diamond} from "../base/signs.ts";
import {binLabel} from "./bins.ts";
import type {Subject} from "./subject.ts";

/** How many cases have a line of their own; the rest share one. */
const shown = 8;

/**
 * One line a category, the most frequent first: name, bar, how many in 100, and of everyone. The client's own line is
 * always there.
 */
export function categoryChart(
  subject: Subject,
  distribution: Distribution,
  everyone: Distribution | undefined,
  words: ComparisonTexts
): TemplateResult {
  const {count, counts, edges} = distribution;
  const lines = counts
    .map((people, bin) => ({
      people,
      bin,
      mine: subject.value !== null && (edges === null ? bin : edges[bin]) === subject.value
    }))
    .filter(({people, mine}) => people > 0 || mine)
    .sort((a, b) => b.people - a.people);
  const kept = lines.filter(({mine}, i) => i < shown || mine);
  const rest = lines.filter((line) => !kept.includes(line));
  const restPeople = rest.reduce((sum, {people}) => sum + people, 0);
  const longest = Math.max(...lines.map(({people}) => people), restPeople, 1);
  const sum = (of: Distribution, lines: readonly {bin: number}[]) =>
    lines.reduce((people, {bin}) => people + of.counts[bin]!, 0);
  const line = (label: string, people: number, mine: boolean, bins: readonly {bin: number}[]) =>
    html`<li class=${mine ? "mine" : ""}>
      <span class="name"
        >${label}${mine ? html` <span class="mark">${diamond} ${words.thisClient}</span>` : nothing}</span
      >
      <span class="number figures">${words.ofHundred(observedFrequency(people, count))}</span>
      <svg width="100%" height="0.75em" aria-hidden="true">
        <rect width="${(people / longest) * 100}%" height="100%"></rect>
      </svg>
      ${
        everyone === undefined
          ? nothing
          : html`<span class="everyone small muted figures"
              >${words.ofEveryone(observedFrequency(sum(everyone, bins), everyone.count))}</span
            >`
      }
    </li>`;
  return html`<ul class="categories">
    ${kept.map((one) => {
      const label = binLabel({first: one.bin, last: one.bin}, distribution, subject, words);
      return line(label, one.people, one.mine, [one]);
    })}
    ${rest.length === 0 ? nothing : line(words.otherCategories(rest.length), restPeople, false, rest)}
  </ul>`;
}
