import {type Client, type IncomeType} from "./client.ts";
import {Choice, type Stream, choice} from "./random.ts";

/** No occupation stated. */
const unstated = "";

/** Shares of occupations among the employed: of women, of men, and how much likelier with higher education. */
const occupations: Record<string, [women: number, men: number, educated: number]> = {
  [unstated]: [0.1722, 0.1423, 0.9],
  Laborers: [0.147, 0.3366, 0.42],
  "Sales staff": [0.1854, 0.042, 0.75],
  "Core staff": [0.1374, 0.0597, 3],
  Managers: [0.0728, 0.1033, 3.4],
  Drivers: [0.0061, 0.1834, 0.48],
  "High skill tech staff": [0.0471, 0.0419, 2.2],
  Accountants: [0.0593, 0.0031, 4.2],
  "Medicine staff": [0.0524, 0.0025, 0.45],
  "Security staff": [0.0133, 0.0481, 0.7],
  "Cooking staff": [0.0345, 0.0071, 0.15],
  "Cleaning staff": [0.0279, 0.0034, 0.25],
  "Private service staff": [0.0162, 0.001, 0.7],
  "Low-skill Laborers": [0.0025, 0.0188, 0.25],
  Secretaries: [0.0087, 0.0009, 1.2],
  "Waiters/barmen staff": [0.0074, 0.0012, 0.6],
  "Realty agents": [0.0048, 0.0005, 1.2],
  "HR staff": [0.0041, 0.0007, 4],
  "IT staff": [0.0008, 0.0035, 4]
};

/** How much likelier an occupation is by kind of employer, 1 where not said. */
const byIncomeType: Partial<Record<IncomeType, Record<string, number>>> = {
  "State servant": {
    "Core staff": 3.4,
    "Medicine staff": 3.8,
    Managers: 1.2,
    Laborers: 0.38,
    "Sales staff": 0.05,
    Drivers: 0.5,
    Secretaries: 2.2,
    "Private service staff": 0.1,
    "Low-skill Laborers": 0.05
  },
  "Commercial associate": {Managers: 1.5, Laborers: 0.82, "Sales staff": 1.2, "Medicine staff": 0.4, Accountants: 1.4},
  Working: {}
};

/** Shares of the kinds of employer, and of higher education, among the employed. */
const incomeTypeShares = {Working: 0.635, "Commercial associate": 0.28, "State servant": 0.085} as const;
const educatedShare = 0.28;
const occupationChoices = new Map<string, Choice<string>>();
for (const incomeType of Object.keys(incomeTypeShares) as (keyof typeof incomeTypeShares)[]) {
  for (const male of [false, true]) {
    for (const educated of [false, true]) {
      const weights = Object.entries(occupations).map(([name, [women, men, factor]]) => {
        // Tilts are relative: divided by their means, they leave the shares among women and men as they are.
        const tilts = Object.entries(incomeTypeShares).map(
          ([type, share]) => share * (byIncomeType[type as IncomeType]?.[name] ?? 1)
        );
        const tilt = (byIncomeType[incomeType]?.[name] ?? 1) / tilts.reduce((sum, x) => sum + x, 0);
        const byEducation = (educated ? factor : 1) / (1 - educatedShare + educatedShare * factor);
        return [name, (male ? men : women) * tilt * byEducation] as const;
      });
      occupationChoices.set(`${incomeType}/${male}/${educated}`, new Choice(weights));
    }
  }
}

const working = choice({
  "Business Entity Type 3": 0.2703,
  "Self-employed": 0.1692,
  Other: 0.0638,
  "Business Entity Type 2": 0.0464,
  Medicine: 0.0388,
  Government: 0.0372,
  "Trade: type 7": 0.0313,
  School: 0.0308,
  Construction: 0.03,
  Kindergarten: 0.026,
  "Business Entity Type 1": 0.0239,
  "Transport: type 4": 0.0234,
  "Industry: type 9": 0.0173,
  "Industry: type 3": 0.0166,
  Housing: 0.0127,
  Security: 0.0127,
  "Trade: type 3": 0.0123,
  "Industry: type 11": 0.0122,
  Agriculture: 0.0112,
  "Transport: type 2": 0.0088,
  Postal: 0.0073,
  Restaurant: 0.0073,
  Bank: 0.0072,
  Services: 0.0066,
  Military: 0.0062,
  "Industry: type 7": 0.0059,
  "Trade: type 2": 0.0051,
  "Industry: type 1": 0.0049,
  Electricity: 0.0045,
  "Transport: type 3": 0.0045,
  "Security Ministries": 0.0044,
  Hotel: 0.0042,
  Police: 0.0041,
  University: 0.0036,
  "Industry: type 4": 0.0034,
  "Industry: type 5": 0.0032,
  "Trade: type 6": 0.0025,
  "Industry: type 2": 0.0024,
  Telecom: 0.002,
  "Industry: type 12": 0.0017,
  Emergency: 0.0016,
  Culture: 0.0014,
  Insurance: 0.0013,
  "Trade: type 1": 0.0013,
  Advertising: 0.0012,
  Realtor: 0.0012,
  "Legal Services": 0.0009,
  Cleaning: 0.0009,
  "Industry: type 10": 0.0009,
  Mobile: 0.0008,
  "Transport: type 1": 0.0007,
  Religion: 0.0005,
  "Trade: type 5": 0.0003,
  "Industry: type 13": 0.0003,
  "Industry: type 6": 0.0003,
  "Industry: type 8": 0.0002,
  "Trade: type 4": 0.0001
});
const commercial = choice({
  "Business Entity Type 3": 0.3464,
  "Self-employed": 0.1693,
  Other: 0.054,
  "Business Entity Type 2": 0.0375,
  "Trade: type 7": 0.0368,
  "Business Entity Type 1": 0.0295,
  Construction: 0.0284,
  "Trade: type 3": 0.0243,
  "Transport: type 4": 0.0237,
  Government: 0.0213,
  Medicine: 0.0199,
  Bank: 0.0166,
  School: 0.0144,
  "Trade: type 2": 0.0135,
  "Industry: type 3": 0.0123,
  Security: 0.0121,
  Housing: 0.0097,
  Kindergarten: 0.0095,
  "Industry: type 11": 0.0087,
  "Industry: type 9": 0.0087,
  Services: 0.0086,
  Restaurant: 0.008,
  "Transport: type 2": 0.007,
  "Industry: type 7": 0.0049,
  University: 0.0047,
  "Industry: type 4": 0.0045,
  Agriculture: 0.0044,
  "Industry: type 1": 0.0043,
  Insurance: 0.0042,
  "Trade: type 6": 0.0039,
  "Transport: type 3": 0.0037,
  Hotel: 0.0037,
  Postal: 0.0034,
  Police: 0.0032,
  Electricity: 0.0032,
  "Security Ministries": 0.0028,
  Advertising: 0.0027,
  Mobile: 0.0026,
  "Industry: type 5": 0.0026,
  Military: 0.0025,
  "Industry: type 12": 0.0024,
  "Industry: type 2": 0.0024,
  Telecom: 0.0023,
  Realtor: 0.0023,
  "Legal Services": 0.0019,
  "Trade: type 1": 0.0017,
  "Transport: type 1": 0.0011,
  Culture: 0.0009,
  Emergency: 0.0007
});
const state = choice({
  Medicine: 0.1554,
  Government: 0.1409,
  Other: 0.1275,
  School: 0.1251,
  Kindergarten: 0.0896,
  Police: 0.0679,
  Military: 0.062,
  "Security Ministries": 0.0438,
  "Business Entity Type 3": 0.0255,
  Postal: 0.0252,
  University: 0.0148,
  Housing: 0.0134,
  "Business Entity Type 2": 0.0117,
  "Transport: type 2": 0.0096,
  Emergency: 0.0093,
  "Self-employed": 0.0083,
  "Business Entity Type 1": 0.0069,
  "Industry: type 9": 0.0059,
  Bank: 0.0055,
  "Transport: type 4": 0.0048,
  "Industry: type 11": 0.0048,
  Security: 0.0045,
  Culture: 0.0038,
  Construction: 0.0034,
  Electricity: 0.0031,
  "Trade: type 7": 0.0031,
  Hotel: 0.0024,
  Telecom: 0.0021
});

export interface Employment {
  /** Empty where none is stated. */
  occupation: string;
  organization: string;
  employed: boolean;
}

/** The occupation and the employer's branch; those who don't work have none ("" and XNA). */
export function drawEmployment(client: Client, stream: Stream): Employment {
  const {incomeType, male, education} = client;
  if (incomeType === "Pensioner" || incomeType === "Unemployed") {
    return {occupation: unstated, organization: "XNA", employed: false};
  }
  const educated = education === "Higher education" || education === "Academic degree";
  const organizations = incomeType === "Working" ? working : incomeType === "State servant" ? state : commercial;
  return {
    occupation: occupationChoices.get(`${incomeType}/${male}/${educated}`)!.draw(stream),
    organization: organizations.draw(stream),
    employed: true
  };
}
