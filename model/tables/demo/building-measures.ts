/** A measure of the building where a client lives, in the order of the tables. */
export interface BuildingMeasure {
  name:
    | "APARTMENTS"
    | "BASEMENTAREA"
    | "YEARS_BEGINEXPLUATATION"
    | "YEARS_BUILD"
    | "COMMONAREA"
    | "ELEVATORS"
    | "ENTRANCES"
    | "FLOORSMAX"
    | "FLOORSMIN"
    | "LANDAREA"
    | "LIVINGAPARTMENTS"
    | "LIVINGAREA"
    | "NONLIVINGAPARTMENTS"
    | "NONLIVINGAREA";
  /** Mode and median over the mean where all the address's buildings are alike: each was normalised by its own maximum. */
  mode: number;
  median: number;
  /** Storeys, entrances, lifts and flats are counts: the value of one, for means and medians. */
  unit?: number;
  /** Years count backwards: the value is 1 less that many units, of the mean, the mode and the median. */
  years?: readonly [mean: number, mode: number, median: number];
}

export const buildingMeasures: readonly BuildingMeasure[] = [
  {name: "APARTMENTS", mode: 1.0189171, median: 1.0097, unit: 1 / 970},
  {name: "BASEMENTAREA", mode: 1.0377, median: 1},
  {name: "YEARS_BEGINEXPLUATATION", mode: 1, median: 1, years: [0.00049677738, 0.00049652676, 0.00049677738]},
  {name: "YEARS_BUILD", mode: 1, median: 1, years: [0.0068, 0.00653372667, 0.006709]},
  {name: "COMMONAREA", mode: 1.0091, median: 1.0063},
  {name: "ELEVATORS", mode: 1.007, median: 1, unit: 1 / 25},
  {name: "ENTRANCES", mode: 1, median: 1, unit: 1 / 29},
  {name: "FLOORSMAX", mode: 1, median: 1, unit: 1 / 24},
  {name: "FLOORSMIN", mode: 1, median: 1, unit: 1 / 24},
  {name: "LANDAREA", mode: 1.0228, median: 1.0174},
  {name: "LIVINGAPARTMENTS", mode: 1.0926, median: 1.0174, unit: 1 / 1190},
  {name: "LIVINGAREA", mode: 1.0419, median: 1.018},
  {name: "NONLIVINGAPARTMENTS", mode: 1.0085, median: 1.0043, unit: 1 / 259},
  {name: "NONLIVINGAREA", mode: 1.0588, median: 1.0209}
];
