import {html, nothing, type TemplateResult} from "lit";
import type {LoanChange, Margin, Margins, Recourse, RecourseSolution} from "../../../../model/contract/recourse.ts";
import type {Language} from "../../../../model/contract/text.ts";
import {formatValue} from "../../../../model/explainer/reasons/format-value.ts";
import {describeDecisionChange} from "../../../../model/explainer/recourse/words.ts";
import type {Client} from "../../book/book.ts";
import type {ChangeTexts, LoanMove} from "../../locales/dictionary.ts";
import {formatNumber} from "../../locales/format.ts";
import {adviceIcon} from "../score/advice-icon.ts";

/** How the values of a simulated loan are written. */
interface Writing {
  words: ChangeTexts;
  language: Language;
  currency: string;
  /** Whether durations aren't known for sure. */
  estimated: boolean;
}

/**
 * What would change the decision: for a refusal the other loans that would be accepted, for an acceptance how far the
 * loan may move before it is lost. Nothing where that wasn't looked for. Folded when `compact`.
 */
export function changeSection(
  {manifest, record}: Client,
  words: ChangeTexts,
  language: Language,
  compact: boolean
): TemplateResult | typeof nothing {
  const {change} = record;
  if (change === null) return nothing;
  const {currency} = manifest;
  const writing: Writing = {words, language, currency, estimated: change.monthsEstimated};
  const {lead, sentences, notes} = describeDecisionChange(change, {language, currency, audience: "advisor"});
  const heading = html`<h3>${words.heading}</h3>`;
  const body = html`
    <p class="lead figures">${lead}</p>
    ${change.kind === "margins" ? marginsTable(change, writing) : ways(change, writing)}
    ${notes.map((note) => html`<p class="small muted note">${note}</p>`)}
    ${
      compact || sentences.length === 0
        ? nothing
        : html`<details class="aloud">
            <summary>${words.aloud}</summary>
            ${aloud(describeDecisionChange(change, {language, currency, audience: "applicant"}))}
          </details>`
    }
  `;
  return compact
    ? html`<details class="change" part="change">
        <summary>${heading}</summary>
        ${body}
      </details>`
    : html`<div class="change" part="change">${heading}${body}</div>`;
}

/** What an advisor may read to the client as it stands. */
function aloud({lead, sentences, notes}: ReturnType<typeof describeDecisionChange>): TemplateResult {
  return html`<p class="figures">${lead}</p>
    <ul>
      ${sentences.map((sentence) => html`<li><p class="figures">${sentence}</p></li>`)}
    </ul>
    <p class="figures">${notes.join(" ")}</p>`;
}

function ways({points, needed, solutions}: Recourse, writing: Writing): TemplateResult {
  return solutions.length === 0
    ? html`<p>${writing.words.askReview}</p>`
    : html`<ol class="ways">
        ${solutions.map((solution) => way(solution, points, needed, writing))}
      </ol>`;
}

function way({changes, points, review}: RecourseSolution, before: number, needed: number, writing: Writing) {
  const {words, language} = writing;
  const advice = review ? "review" : "accept";
  const moves = changes.flatMap(({quantity, before, after, linked}): LoanMove[] =>
    linked || quantity === "price" || quantity === "instalment"
      ? []
      : quantity === "months"
        ? [after > before ? "longer" : "shorter"]
        : [quantity]
  );
  return html`<li class=${advice}>
    <h4>${title(moves, words)}</h4>
    <dl class="figures">
      ${changes
        .filter((change) => isTold(change, changes))
        .map(
          (change) =>
            html`<div class=${change.linked ? "linked" : "asked"}>
              <dt>${words.quantities[change.quantity]}</dt>
              <dd>${arrow(writeBefore(change, writing), write(change.after, change, writing), words)}</dd>
            </div>`
        )}
      <div class="points">
        <dt>${words.score}</dt>
        <dd>${arrow(formatNumber(before, language), words.points(points), words)}</dd>
      </div>
    </dl>
    <p class="outcome">
      ${adviceIcon(advice)}
      <span><strong>${words.outcome[advice]}</strong> <span class="small">${words.above(points - needed)}</span></span>
    </p>
  </li>`;
}

function title(moves: readonly LoanMove[], {moves: said, and}: ChangeTexts): string {
  const text = moves.map((move) => said[move]).join(` ${and} `);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** As in the sentences: a price that is the credit says nothing more, and a down payment that shrinks with it neither. */
function isTold({quantity, before, linked}: LoanChange, changes: readonly LoanChange[]): boolean {
  if (quantity === "price") return before !== changes.find(({quantity}) => quantity === "credit")?.before;
  return quantity !== "downPayment" || !linked;
}

function marginsTable({margins}: Margins, writing: Writing): TemplateResult | typeof nothing {
  const {words, language} = writing;
  // That less credit keeps the acceptance is no news.
  const told = margins.filter(
    ({lever, direction, firstRefused}) => firstRefused !== null || lever !== "credit" || direction !== "down"
  );
  if (told.length === 0) return nothing;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${words.margins.asked}</th>
        <th scope="col">${words.margins.last}</th>
        <th scope="col">${words.margins.refusedAt}</th>
      </tr>
    </thead>
    <tbody>
      ${told.map((margin) => {
        const {lever, direction, before, lastAccepted, firstRefused} = margin;
        const value = (of: number) => write(of, margin, writing);
        return html`<tr>
          <th scope="row">
            ${words.margins.rows[lever][direction]} <span class="muted">${words.margins.insteadOf(value(before))}</span>
          </th>
          <td>${lastAccepted === before ? words.margins.none : value(lastAccepted)}</td>
          <td>
            ${
              firstRefused === null
                ? html`<span class="muted">${words.margins.limit}</span>`
                : words.margins.refused(value(firstRefused.value), formatNumber(firstRefused.points, language))
            }
          </td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

/** What it was before, short where the value that follows has its unit: "12 → 30 mois". Years are told from ten on. */
function writeBefore(change: LoanChange, writing: Writing): string {
  const {before, after, unit} = change;
  if (unit === "months" && Math.max(before, after) < 120) return formatNumber(before, writing.language);
  return write(before, change, writing);
}

/** In its unit; the duration of the loan asked for may be a guess, and others that follow from it. */
function write(value: number, {unit}: Pick<LoanChange | Margin, "unit">, writing: Writing): string {
  const {words, language, currency, estimated} = writing;
  const written = formatValue(value, {unit, categories: null}, language, currency);
  return unit === "months" && estimated ? words.about(written) : written;
}

/** "328 406 € → 180 000 €", read "de 328 406 € à 180 000 €". */
function arrow(before: string, after: string, words: ChangeTexts): TemplateResult {
  return html`<span class="hidden">${words.from}</span> <span class="before">${before}</span>
    <svg class="arrow" viewBox="0 0 16 16" aria-hidden="true"><path d="M1.5 8h12M9.5 4l4 4-4 4"></path></svg>
    <span class="hidden">${words.to}</span> <strong>${after}</strong>`;
}
