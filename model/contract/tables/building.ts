import {type Column, real, share, text} from "./column.ts";

const measures = {
  APARTMENTS: "flats",
  BASEMENTAREA: "basement area",
  YEARS_BEGINEXPLUATATION: "years since it came into use",
  YEARS_BUILD: "years since it was built",
  COMMONAREA: "common area",
  ELEVATORS: "lifts",
  ENTRANCES: "entrances",
  FLOORSMAX: "highest number of floors",
  FLOORSMIN: "lowest number of floors",
  LANDAREA: "land area",
  LIVINGAPARTMENTS: "flats lived in",
  LIVINGAREA: "living area",
  NONLIVINGAPARTMENTS: "flats not lived in",
  NONLIVINGAREA: "area not lived in"
};
const statistics = {AVG: "mean", MODE: "most frequent value", MEDI: "median"};

/** What is known of the building where the client lives: 14 measures by 3 statistics, normalised, then 5 of its own. */
export const buildingColumns: Column[] = [
  ...Object.entries(statistics).flatMap(([suffix, statistic]) =>
    Object.entries(measures).map(([measure, what]) =>
      real(`${measure}_${suffix}`, `Building where the client lives: ${what}, ${statistic}, normalised.`, {
        nullable: true,
        range: share
      })
    )
  ),
  text("FONDKAPREMONT_MODE", "Building where the client lives: the fund that pays for its repairs.", {nullable: true}),
  text("HOUSETYPE_MODE", "Building where the client lives: its kind.", {nullable: true}),
  real("TOTALAREA_MODE", "Building where the client lives: total area, most frequent value, normalised.", {
    nullable: true,
    range: share
  }),
  text("WALLSMATERIAL_MODE", "Building where the client lives: what its walls are made of.", {nullable: true}),
  text("EMERGENCYSTATE_MODE", "Building where the client lives: whether it is in a state of emergency.", {
    nullable: true
  })
];
