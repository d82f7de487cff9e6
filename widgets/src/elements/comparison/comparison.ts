import {html, nothing, type PropertyValues, type TemplateResult} from "lit";
import {chunkOf} from "../../../../model/contract/book/cohort-chunk.ts";
import type {Cohort, Distribution} from "../../../../model/contract/cohort.ts";
import type {Manifest} from "../../../../model/contract/manifest.ts";
import type {Language} from "../../../../model/contract/text.ts";
import type {BookError} from "../../book/book-error.ts";
import {readCohort, readMeanings, type OpenedClient} from "../../book/book.ts";
import {binOf} from "../../chart/scale.ts";
import {standingOf} from "../../chart/standing.ts";
import {LimpideSelectEvent} from "../../events.ts";
import type {ComparisonTexts, SpokenStanding} from "../../locales/dictionary.ts";
import {predictedFrequency} from "../../locales/frequency.ts";
import {LimpideElement} from "../base/limpide-element.ts";
import {dot} from "../base/signs.ts";
import {acceptedIn, binLabel, defaultsIn, holdsOneValue, isWhole, outcomesAround, smallestShown} from "./bins.ts";
import {categoryChart} from "./category-chart.ts";
import {comparisonStyles} from "./comparison.styles.ts";
import {groupNamed, groupsOf} from "./groups.ts";
import {histogramChart} from "./histogram-chart.ts";
import {numbersTable} from "./numbers-table.ts";
import {pointsId, strongest, subjectOf, type Subject} from "./subject.ts";

/**
 * Where a client stands among everyone, among similar clients, or in another of their groups: one feature at a time.
 *
 * @element limpide-comparison
 * @attr feature - A feature's id, or "points"; where there is none, what was the first client's strongest reason
 * @attr cohort - "everyone", "similar", or a cohort's id
 * @fires limpide-select - A person chose a feature or a group
 * @csspart controls - The two lists to choose from
 * @csspart chart - The chart
 */
export class LimpideComparison extends LimpideElement {
  static override readonly styles = [...LimpideElement.styles, comparisonStyles];

  static override readonly properties = {
    ...LimpideElement.properties,
    feature: {},
    cohort: {},
    group: {state: true},
    groupFailure: {state: true},
    meanings: {state: true}
  };

  /** What is compared: a feature's id, or "points"; where there is none, what was the first client's strongest reason. */
  declare feature: string | null;
  /** With whom: "everyone", "similar", or the id of a cohort that the client belongs to. */
  declare cohort: string | null;

  /** What was read: the group that was asked for, and everyone to hold it against. */
  declare private group: {id: string; chunk: number; cohort: Cohort; everyone: Cohort | undefined} | undefined;
  declare private meanings: Readonly<Record<string, string>> | undefined;
  declare private groupFailure: BookError | undefined;
  #first: string | undefined;
  #readingGroup: AbortController | undefined;
  #readingMeanings: AbortController | undefined;

  constructor() {
    super();
    this.feature = null;
    this.cohort = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#readingGroup?.abort();
    this.#readingGroup = undefined;
    this.#readingMeanings?.abort();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.client !== undefined) this.#readGroup(this.client);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has("client") || changed.has("language")) {
      this.#readingMeanings?.abort();
      this.meanings = undefined;
      const isOpen = this.hasUpdated && this.renderRoot.querySelector(".meaning[open]") !== null;
      if (isOpen && this.client !== undefined) this.#readMeanings(this.client);
    }
    const asked = ["client", "cohort", "feature"].some((name) => changed.has(name));
    if (this.client !== undefined && asked) this.#readGroup(this.client);
  }

  #subject(client: OpenedClient): Subject {
    const words = this.texts("comparison");
    const named = (id: string) => subjectOf(id, client, words, this.language);
    // From one client to the next the comparison stays on what it was about, and the group needn't be read again.
    this.#first ??= strongest(client);
    return named(this.feature ?? this.#first) ?? named(this.#first) ?? named(pointsId)!;
  }

  #readGroup(client: OpenedClient): void {
    this.#readingGroup?.abort();
    this.groupFailure = undefined;
    const groups = groupsOf(client);
    const entry = groupNamed(this.cohort, groups);
    if (entry === undefined) {
      this.group = undefined;
      return;
    }
    const {index} = this.#subject(client);
    const {signal} = (this.#readingGroup = new AbortController());
    const everyone = groups.everyone === entry ? undefined : groups.everyone;
    Promise.all([
      readCohort(client, entry.id, index, signal),
      everyone && readCohort(client, everyone.id, index, signal)
    ]).then(
      ([cohort, all]) => {
        if (!signal.aborted) this.group = {id: entry.id, chunk: chunkOf(index), cohort, everyone: all};
      },
      (error: unknown) => {
        if (!signal.aborted) this.groupFailure = this.reported(error);
      }
    );
  }

  #readMeanings(client: OpenedClient): void {
    if (this.meanings !== undefined) return;
    this.#readingMeanings?.abort();
    const {signal} = (this.#readingMeanings = new AbortController());
    readMeanings(client, this.language, signal).then(
      (meanings) => {
        if (!signal.aborted) this.meanings = meanings;
      },
      (error: unknown) => {
        if (!signal.aborted) this.groupFailure = this.reported(error);
      }
    );
  }

  protected override heading(): string {
    return this.texts("comparison").heading;
  }

  protected override content(client: OpenedClient): TemplateResult {
    const words = this.texts("comparison");
    const subject = this.#subject(client);
    const entry = groupNamed(this.cohort, groupsOf(client));
    return html`${this.#controls(client, words, subject, entry?.id)} ${this.#comparison(client, words, subject, entry)}`;
  }

  #controls(
    client: OpenedClient,
    words: ComparisonTexts,
    subject: Subject,
    cohort: string | undefined
  ): TemplateResult {
    const {language} = this;
    const {manifest} = client;
    const {everyone, similar, others, pairs} = groupsOf(client);
    const labels = this.texts("families");
    const used = [...new Set(manifest.features.map(({family}) => family))];
    const option = (value: string, chosen: boolean, label: string) =>
      html`<option value=${value} ?selected=${chosen} .selected=${chosen}>${label}</option>`;
    return html`<div class="controls" part="controls">
      <label>
        <span class="small muted">${words.feature}</span>
        <select @change=${this.#chooseFeature}>
          ${option(pointsId, subject.id === pointsId, words.points)}
          ${used.map(
            (family) =>
              html`<optgroup label=${labels[family]}>
                ${manifest.features
                  .filter((feature) => feature.family === family && !feature.protected)
                  .map(({id, label}) => option(id, id === subject.id, label[language]))}
              </optgroup>`
          )}
        </select>
      </label>
      <label>
        <span class="small muted">${words.group}</span>
        <select @change=${this.#chooseCohort}>
          ${everyone === undefined ? nothing : option("everyone", everyone.id === cohort, words.everyone)}
          ${similar === undefined ? nothing : option("similar", similar.id === cohort, words.similar)}
          ${
            others.length === 0
              ? nothing
              : html`<optgroup label=${words.others}>
                  ${others.map(({id, grouping, label}) =>
                    option(id, id === cohort, groupName(manifest, grouping, label[language], language))
                  )}
                </optgroup>`
          }
          ${
            pairs.length === 0
              ? nothing
              : html`<optgroup label=${words.pairs}>
                  ${pairs.map(({id, label}) => option(id, id === cohort, label[language]))}
                </optgroup>`
          }
        </select>
      </label>
    </div>`;
  }

  readonly #chooseFeature = (event: Event): void => {
    this.feature = (event.target as HTMLSelectElement).value;
    this.#chosen();
  };

  readonly #chooseCohort = (event: Event): void => {
    this.cohort = (event.target as HTMLSelectElement).value;
    this.#chosen();
  };

  #chosen(): void {
    if (this.client === undefined) return;
    const cohort = groupNamed(this.cohort, groupsOf(this.client))?.id;
    const feature = this.#subject(this.client).id;
    this.dispatchEvent(new LimpideSelectEvent(cohort === undefined ? {feature} : {feature, cohort}));
  }

  #comparison(
    client: OpenedClient,
    words: ComparisonTexts,
    subject: Subject,
    entry: Manifest["cohorts"][number] | undefined
  ): TemplateResult {
    if (this.groupFailure !== undefined) return this.failed(this.groupFailure, () => this.#readGroup(client));
    if (entry === undefined || this.group?.id !== entry.id || this.group.chunk !== chunkOf(subject.index)) {
      return html`<div class="pending" aria-busy="true">
        <span class="muted small">${words.loading}</span>
        <div class="bone wide"></div>
      </div>`;
    }
    const {cohort} = this.group;
    const distribution = subject.distribution(cohort);
    const everyone = this.group.everyone && subject.distribution(this.group.everyone);
    if (distribution === undefined || distribution.count === 0) {
      return html`<p class="standing">${words.unavailable}</p>`;
    }
    const group =
      entry.grouping === "everyone"
        ? words.everyone
        : groupName(client.manifest, entry.grouping, cohort.label[this.language], this.language);
    const statement = standingText(subject, distribution, words);
    const name = words.chart(subject.label, group);
    const chart = subject.categorical
      ? categoryChart(subject, distribution, everyone, words)
      : histogramChart({
          subject,
          distribution,
          everyone,
          words,
          name,
          statement,
          drawing: this.drawing,
          language: this.language
        });
    return html`
      <p class="standing">${statement}</p>
      ${subject.value === null ? html`<p class="muted">${words.unknownToo(distribution.missing - 1, cohort.count)}</p>` : nothing}
      <figure part="chart">
        <figcaption>
          <strong>${subject.label}</strong> ${dot} ${group}
          <span class="muted small figures">${words.people(distribution.count, distribution.missing)}</span>
        </figcaption>
        ${chart}
        ${
          everyone === undefined || subject.categorical
            ? nothing
            : html`<p class="small muted key">
                <svg width="1.5em" height="0.75em" aria-hidden="true">
                  <path class="outline" d="M0 10V4h10v-3h10V10"></path></svg
                >${words.outline}
              </p>`
        }
      </figure>
      ${facts(subject, distribution, words)} ${this.#meaning(client, subject, words)}
      ${this.compact ? nothing : numbersTable(subject, distribution, everyone, words, this.language)}
    `;
  }

  #meaning(client: OpenedClient, {id, index}: Subject, words: ComparisonTexts): TemplateResult | typeof nothing {
    if (this.compact || index < 0) return nothing;
    return html`<details class="meaning" @toggle=${() => this.#readMeanings(client)}>
      <summary>${words.meaning}</summary>
      <p class="muted">${this.meanings?.[id] ?? "…"}</p>
    </details>`;
  }
}

/** "Age: 30 to 44" and, of similar clients, what makes them so. */
function groupName(manifest: Manifest, grouping: string, label: string, language: Language): string {
  const name = manifest.groupings[grouping]?.[language];
  return name === undefined || name === label ? label : `${name}${language === "fr" ? "\u00a0" : ""}: ${label}`;
}

/** The client's place among the group, in one sentence. */
function standingText(subject: Subject, distribution: Distribution, words: ComparisonTexts): string {
  const {value} = subject;
  if (value === null) return words.unknown;
  if (subject.categorical) {
    const bin = distribution.edges === null ? value : binOf(distribution.edges, value);
    return words.category(predictedFrequency((distribution.counts[bin] ?? 0) / distribution.count));
  }
  const standing = standingOf(distribution, value, isWhole(subject, distribution));
  if (standing === undefined) return words.unavailable;
  const {below, same, above} = standing;
  const side = below >= above ? "above" : "below";
  const spoken: SpokenStanding = {
    side: same > Math.max(below, above) ? "same" : side,
    ago: subject.ago,
    frequency: predictedFrequency(Math.max(below, above))
  };
  return words.standing(same < 0.1 ? spoken : {...spoken, same: predictedFrequency(same)});
}

/** What became of the people who are in the client's own bin, and the middle of the group. */
function facts(subject: Subject, distribution: Distribution, words: ComparisonTexts): TemplateResult {
  const {value} = subject;
  const {edges, quantiles} = distribution;
  const middle =
    quantiles === null || subject.categorical
      ? nothing
      : html`<p class="figures">
          ${words.middle(subject.range(quantiles[1]!, quantiles[3]!), subject.text(quantiles[2]!))}
        </p>`;
  if (value === null) return html`<div class="facts">${middle}</div>`;
  const bin = edges === null ? value : binOf(edges, value);
  const bins = outcomesAround(bin, distribution, subject);
  if (bins === undefined) {
    return html`<div class="facts figures">
      <p>${words.tooFew(smallestShown)}</p>
      ${middle}
    </div>`;
  }
  const accepted = acceptedIn(bins);
  const defaults = defaultsIn(bins);
  const label = binLabel(bins, distribution, subject, words);
  const oneValue =
    edges !== null && bins.first === bins.last && holdsOneValue(subject, distribution) && bin < edges.length - 2;
  const among =
    subject.categorical || oneValue ? words.inCategory : bins.first === bins.last ? words.inBin : words.inBins;
  return html`<div class="facts figures">
    <p>${among(label)}</p>
    <ul>
      <li class="accepted">${words.accepted(accepted)}</li>
      <li class="defaults">${defaults === undefined ? words.noOutcome(smallestShown) : words.defaults(defaults)}</li>
    </ul>
    ${middle}
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "limpide-comparison": LimpideComparison;
  }
}
