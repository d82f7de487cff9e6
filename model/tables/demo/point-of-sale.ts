import {Choice, Curve, choice, tailed} from "./random.ts";

/** Yield groups, by how much the lender earns. */
export type YieldGroup = "XNA" | "low_action" | "low_normal" | "middle" | "high";

/** Points of sale: their yields, sellers and typical prices against those of all. */
export const sales = {
  household: {
    share: 0.48,
    free: 0.233,
    price: 0.22,
    yields: choice<YieldGroup>({middle: 0.47, high: 0.276, low_normal: 0.25, low_action: 0.004}),
    industries: choice({
      "Consumer electronics": 0.988,
      Connectivity: 0.006,
      Furniture: 0.003,
      Construction: 0.002,
      Industry: 0.001
    })
  },
  mobile: {
    share: 0.315,
    free: 0.127,
    price: -0.5,
    yields: choice<YieldGroup>({high: 0.763, middle: 0.138, low_normal: 0.098}),
    industries: choice({Connectivity: 0.983, "Consumer electronics": 0.017})
  },
  industry: {
    share: 0.168,
    free: 0.109,
    price: 0.45,
    yields: choice<YieldGroup>({low_normal: 0.455, middle: 0.412, high: 0.11, low_action: 0.023}),
    industries: choice({
      Furniture: 0.461,
      Construction: 0.236,
      Clothing: 0.217,
      Industry: 0.067,
      "Consumer electronics": 0.007,
      XNA: 0.007,
      Jewelry: 0.002,
      "MLM partners": 0.001
    })
  },
  other: {
    share: 0.037,
    free: 0.09,
    price: 0.25,
    yields: choice<YieldGroup>({middle: 0.488, low_normal: 0.355, high: 0.147, low_action: 0.01}),
    industries: choice({
      Industry: 0.37,
      "Auto technology": 0.216,
      Construction: 0.114,
      "Consumer electronics": 0.08,
      Jewelry: 0.075,
      XNA: 0.045,
      "MLM partners": 0.029,
      Furniture: 0.025,
      Tourism: 0.023
    })
  }
};
export const saleNames = new Choice(
  (Object.keys(sales) as (keyof typeof sales)[]).map((name) => [name, sales[name].share] as const)
);
/** Yields of sales without interest. */
export const freeYields = choice<YieldGroup>({low_action: 0.56, low_normal: 0.34, middle: 0.09, high: 0.01});
/** What sellers of an industry sell. */
export const goods: Record<string, Choice<string>> = {
  "Consumer electronics": choice({
    "Consumer Electronics": 0.34,
    "Audio/Video": 0.27,
    Computers: 0.262,
    Mobile: 0.049,
    "Photo / Cinema Equipment": 0.036,
    XNA: 0.012,
    "Construction Materials": 0.009,
    Furniture: 0.008,
    "Office Appliances": 0.008
  }),
  Connectivity: choice({
    Mobile: 0.844,
    Computers: 0.075,
    "Photo / Cinema Equipment": 0.05,
    "Audio/Video": 0.019,
    XNA: 0.012
  }),
  Furniture: choice({
    Furniture: 0.9,
    "Consumer Electronics": 0.035,
    "Construction Materials": 0.022,
    "Clothing and Accessories": 0.018,
    XNA: 0.01,
    Homewares: 0.015
  }),
  Construction: choice({
    "Construction Materials": 0.71,
    Homewares: 0.145,
    Gardening: 0.065,
    "Consumer Electronics": 0.024,
    Furniture: 0.02,
    Other: 0.012,
    Vehicles: 0.012,
    "Sport and Leisure": 0.012
  }),
  Clothing: choice({
    "Clothing and Accessories": 0.95,
    Furniture: 0.026,
    Other: 0.012,
    "Medical Supplies": 0.006,
    Homewares: 0.006
  }),
  Industry: choice({
    "Medical Supplies": 0.172,
    Jewelry: 0.165,
    "Auto Accessories": 0.155,
    Medicine: 0.088,
    "Sport and Leisure": 0.085,
    Tourism: 0.075,
    Vehicles: 0.067,
    Furniture: 0.042,
    Other: 0.03,
    "Clothing and Accessories": 0.028,
    Fitness: 0.022,
    XNA: 0.03,
    Weapon: 0.007,
    Education: 0.002
  }),
  "Auto technology": choice({
    "Auto Accessories": 0.61,
    Vehicles: 0.2,
    Gardening: 0.055,
    "Sport and Leisure": 0.05,
    "Audio/Video": 0.04,
    "Construction Materials": 0.045
  }),
  Jewelry: choice({Jewelry: 0.94, Vehicles: 0.06}),
  "MLM partners": choice({"Medical Supplies": 0.45, "Direct Sales": 0.42, "Construction Materials": 0.13}),
  Tourism: choice({Tourism: 0.9, Gardening: 0.1}),
  XNA: choice({XNA: 0.6, Jewelry: 0.15, Furniture: 0.1, Tourism: 0.08, "Direct Sales": 0.07})
};
/** Sellers by industry; the others are small. */
export const sellers: Record<string, Choice<string>> = {
  "Consumer electronics": choice({"Country-wide": 0.58, "Regional / Local": 0.212, Stone: 0.208}),
  Connectivity: choice({"Country-wide": 0.862, Stone: 0.108, "Regional / Local": 0.03})
};
export const smallSellers = choice({Stone: 0.72, "Regional / Local": 0.13, "Country-wide": 0.15});
/** Selling area of the place. */
export const sellerAreas = new Curve([-1, 2, 12, 20, 36, 100, 584, 2000, 2642, 4601, 6000], tailed);

/** Down payment over price, of those who make one: most pay the tenth that is asked for. */
export const downPayments = new Curve(
  [0.0001, 0.01, 0.053, 0.085, 0.093, 0.1, 0.1, 0.18, 0.27, 0.37, 0.5, 0.75],
  [0, 0.01, 0.05, 0.1, 0.25, 0.3, 0.52, 0.75, 0.9, 0.95, 0.99, 1]
);
