import {type Client} from "./client.ts";
import {Choice, type Stream} from "./random.ts";

type Family = "Married" | "Single / not married" | "Civil marriage" | "Separated" | "Widow";
type Housing =
  | "House / apartment"
  | "With parents"
  | "Municipal apartment"
  | "Rented apartment"
  | "Office apartment"
  | "Co-op apartment";

export interface Household {
  family: Family;
  children: number;
  members: number;
  housing: Housing;
}

/** Shares by age: family status, number of children (0 to 4) and housing, in thousandths. */
const ages = [
  age(25, [332, 509, 144, 15, 1], [802, 180, 16, 2, 0], [709, 205, 21, 44, 10, 11]),
  age(30, [588, 265, 108, 35, 3], [591, 295, 102, 10, 2], [778, 143, 28, 32, 11, 7]),
  age(35, [686, 156, 102, 52, 4], [435, 339, 197, 26, 3], [851, 81, 28, 28, 10, 3]),
  age(40, [699, 114, 108, 68, 11], [433, 322, 209, 32, 4], [890, 50, 33, 16, 8, 4]),
  age(45, [686, 108, 110, 75, 20], [569, 306, 106, 16, 3], [905, 26, 42, 14, 8, 5]),
  age(50, [686, 102, 103, 80, 30], [774, 184, 38, 3, 1], [918, 15, 44, 12, 9, 1]),
  age(55, [661, 101, 92, 81, 65], [913, 75, 10, 2, 0], [929, 7, 48, 8, 7, 2]),
  age(60, [627, 105, 77, 72, 119], [967, 27, 4, 1, 1], [938, 5, 43, 5, 6, 3]),
  age(Infinity, [538, 114, 58, 68, 222], [990, 7, 2, 0, 0], [947, 3, 39, 4, 5, 2])
];

function age(upTo: number, family: number[], children: number[], housing: number[]) {
  const families: Family[] = ["Married", "Single / not married", "Civil marriage", "Separated", "Widow"];
  const housings: Housing[] = [
    "House / apartment",
    "With parents",
    "Municipal apartment",
    "Rented apartment",
    "Office apartment",
    "Co-op apartment"
  ];
  // Widowed or separated applicants are mostly women.
  const family_ = (factors: number[]) =>
    new Choice(families.map((name, i) => [name, family[i]! * factors[i]!] as const));
  return {
    upTo,
    women: family_([0.96, 0.97, 1.02, 1.14, 1.4]),
    men: family_([1.09, 1.05, 0.95, 0.65, 0.2]),
    children: new Choice(children.map((share, i) => [i, share] as const)),
    housing: new Choice(housings.map((name, i) => [name, housing[i]!] as const))
  };
}

/** Who the client lives with, and how they are housed. */
export function drawHousehold(client: Client, stream: Stream): Household {
  const years = client.ageDays / 365.25;
  const group = ages.find(({upTo}) => years <= upTo)!;
  const family = (client.male ? group.men : group.women).draw(stream);
  const couple = family === "Married" || family === "Civil marriage";
  let children = group.children.draw(stream);
  // Parents are mostly couples: single applicants draw again, and keep the smaller family.
  if (family === "Single / not married") children = Math.min(children, group.children.draw(stream));
  return {family, children, members: children + (couple ? 2 : 1), housing: group.housing.draw(stream)};
}
