import {building, buildingGaps, livingArea} from "./application-tables.ts";
import {type BuildingMeasure, buildingMeasures} from "./building-measures.ts";
import {type Client} from "./client.ts";
import {float, type Field} from "./csv.ts";
import {Stream, clamp} from "./random.ts";

type Measure = BuildingMeasure["name"];

/** The measures that are drawn last, given the others. */
const drawn = ["FLOORSMIN", "BASEMENTAREA", "LANDAREA", "COMMONAREA", "NONLIVINGAREA", "NONLIVINGAPARTMENTS"] as const;
/** The order in which modes and medians are drawn: an address of unlike buildings shows in all its measures. */
const gapOrder: readonly Measure[] = [
  "LIVINGAREA",
  "APARTMENTS",
  "ENTRANCES",
  "FLOORSMAX",
  "YEARS_BEGINEXPLUATATION",
  "YEARS_BUILD",
  "BASEMENTAREA",
  "LANDAREA",
  "ELEVATORS",
  "NONLIVINGAREA",
  "COMMONAREA",
  "FLOORSMIN",
  "LIVINGAPARTMENTS",
  "NONLIVINGAPARTMENTS"
];

/** The 47 columns on the client's building, in the table's order: 14 means, 14 modes, 14 medians, and five more. */
export function housingFields(seed: number, client: Client): Field[] {
  const {facts} = client;
  const stream = new Stream(seed, client.index, "housing");
  if (building.DWELLING.draw(facts, stream) !== 1) return new Array<Field>(3 * buildingMeasures.length + 5).fill("");
  for (const {name} of buildingMeasures) building[`KNOWN_${name}`].draw(facts, stream);
  const known = (name: Measure): boolean => building[`KNOWN_${name}`].number(facts) === 1;
  const means = drawMeans(client, stream, known);
  const details: Field[] = [
    building.FUND.category(facts),
    building.HOUSE_TYPE.category(facts),
    share(means.TOTALAREA),
    building.WALLS.category(facts),
    building.EMERGENCY.category(facts)
  ];
  const modes = new Map<Measure, number>();
  const medians = new Map<Measure, number>();
  for (const name of gapOrder) {
    if (!known(name)) continue;
    const gap = buildingGaps[`${name}_MODE`].draw(facts, stream);
    modes.set(name, gap);
    medians.set(name, buildingGaps[`${name}_MEDI`].draw(facts, stream));
  }
  const fields = (value: (measure: BuildingMeasure) => number): Field[] =>
    buildingMeasures.map((measure) => (known(measure.name) ? share(value(measure)) : ""));
  return [
    ...fields((measure) => meanOf(measure, means[measure.name])),
    ...fields((measure) => modeOf(measure, means[measure.name], modes.get(measure.name)!)),
    ...fields((measure) => medianOf(measure, means[measure.name], medians.get(measure.name)!)),
    ...details
  ];
}

/** The mean of each measure, as a share or, of years, as a count; of those that aren't known too. */
function drawMeans(
  client: Client,
  stream: Stream,
  known: (name: Measure) => boolean
): Record<Measure | "TOTALAREA", number> {
  const {facts} = client;
  const floors = known("FLOORSMAX") ? building.FLOORSMAX.draw(facts, stream) : NaN;
  const years = Math.round(known("YEARS_BEGINEXPLUATATION") ? building.YEARS.draw(facts, stream) : NaN);
  const built = years + Math.round(known("YEARS_BUILD") ? building.BUILD_GAP.draw(facts, stream) : NaN);
  building.WALLS.draw(facts, stream);
  const entrances = known("ENTRANCES") ? building.ENTRANCES.draw(facts, stream) : NaN;
  const elevators = known("ELEVATORS") ? building.ELEVATORS.draw(facts, stream) : NaN;
  const apartments = building.APARTMENTS.draw(facts, stream);
  const living = apartments * building.LIVINGAREA_RATIO.draw(facts, stream);
  livingArea.set(facts, living);
  building.TOTALAREA_RATIO.draw(facts, stream);
  const total = living * building.TOTALAREA_RATIO.number(facts);
  // What isn't known took its part in what is, and none in what follows.
  if (!known("APARTMENTS")) building.APARTMENTS.set(facts, NaN);
  if (!known("LIVINGAREA")) livingArea.set(facts, NaN);
  if (!known("APARTMENTS") || !known("LIVINGAREA")) building.LIVINGAREA_RATIO.set(facts, NaN);
  if (!known("LIVINGAREA")) building.TOTALAREA_RATIO.set(facts, NaN);
  const livingApartments = known("LIVINGAPARTMENTS")
    ? apartments * building.LIVINGAPARTMENTS_RATIO.draw(facts, stream)
    : NaN;
  const others = Object.fromEntries(
    drawn.map((name) => [name, known(name) ? building[name].draw(facts, stream) : NaN])
  ) as Record<(typeof drawn)[number], number>;
  for (const name of ["FUND", "HOUSE_TYPE", "EMERGENCY"] as const) building[name].draw(facts, stream);
  return {
    ...others,
    FLOORSMAX: floors,
    YEARS_BEGINEXPLUATATION: years,
    YEARS_BUILD: built,
    ENTRANCES: entrances,
    ELEVATORS: elevators,
    APARTMENTS: apartments,
    LIVINGAREA: living,
    LIVINGAPARTMENTS: livingApartments,
    TOTALAREA: total
  };
}

function meanOf({unit, years}: BuildingMeasure, mean: number): number {
  return years === undefined ? nearUnit(mean, unit) : 1 - Math.max(0, mean) * years[0];
}

/** The most frequent value: of counts, one that a building has; `gap` is its ratio to the mean's, or years apart. */
function modeOf({unit, years, mode}: BuildingMeasure, mean: number, gap: number): number {
  if (years !== undefined) return 1 - Math.max(0, mean + Math.round(gap)) * years[1];
  const value = nearUnit(mean, unit) * mode * gap;
  return unit === undefined ? value : Math.round(value / (unit * mode)) * unit * mode;
}

function medianOf({unit, years, median}: BuildingMeasure, mean: number, gap: number): number {
  if (years !== undefined) return 1 - Math.max(0, mean + Math.round(gap)) * years[2];
  return nearUnit(nearUnit(mean, unit) * gap, unit) * median;
}

/** A count where it is about one: means of several buildings may lie between. */
function nearUnit(value: number, unit: number | undefined): number {
  if (unit === undefined) return value;
  const count = Math.round(value / unit);
  return Math.abs(value / unit - count) < 0.12 ? count * unit : value;
}

/** Normalised shares have four decimals; "" where there is none. */
function share(value: number): string {
  return float(Math.round(clamp(value, 0, 1) * 10_000) / 10_000);
}
