/** Lists of categories that are long, or that two tables share: all that Home Credit's full tables hold. */

export const weekdays = ["FRIDAY", "MONDAY", "SATURDAY", "SUNDAY", "THURSDAY", "TUESDAY", "WEDNESDAY"];

export const companions = [
  "Children",
  "Family",
  "Group of people",
  "Other_A",
  "Other_B",
  "Spouse, partner",
  "Unaccompanied"
];

export const occupations = [
  "Accountants",
  "Cleaning staff",
  "Cooking staff",
  "Core staff",
  "Drivers",
  "HR staff",
  "High skill tech staff",
  "IT staff",
  "Laborers",
  "Low-skill Laborers",
  "Managers",
  "Medicine staff",
  "Private service staff",
  "Realty agents",
  "Sales staff",
  "Secretaries",
  "Security staff",
  "Waiters/barmen staff"
];

export const employers = [
  "Advertising",
  "Agriculture",
  "Bank",
  ...numbered("Business Entity Type", 3),
  "Cleaning",
  "Construction",
  "Culture",
  "Electricity",
  "Emergency",
  "Government",
  "Hotel",
  "Housing",
  ...numbered("Industry: type", 13),
  "Insurance",
  "Kindergarten",
  "Legal Services",
  "Medicine",
  "Military",
  "Mobile",
  "Other",
  "Police",
  "Postal",
  "Realtor",
  "Religion",
  "Restaurant",
  "School",
  "Security",
  "Security Ministries",
  "Self-employed",
  "Services",
  "Telecom",
  ...numbered("Trade: type", 7),
  ...numbered("Transport: type", 4),
  "University",
  "XNA"
];

export const loanPurposes = [
  "Building a house or an annex",
  "Business development",
  "Buying a garage",
  "Buying a holiday home / land",
  "Buying a home",
  "Buying a new car",
  "Buying a used car",
  "Car repairs",
  "Education",
  "Everyday expenses",
  "Furniture",
  "Gasification / water supply",
  "Hobby",
  "Journey",
  "Medicine",
  "Money for a third person",
  "Other",
  "Payments on other loans",
  "Purchase of electronic equipment",
  "Refusal to name the goal",
  "Repairs",
  "Urgent needs",
  "Wedding / gift / holiday",
  "XAP",
  "XNA"
];

export const goods = [
  "Additional Service",
  "Animals",
  "Audio/Video",
  "Auto Accessories",
  "Clothing and Accessories",
  "Computers",
  "Construction Materials",
  "Consumer Electronics",
  "Direct Sales",
  "Education",
  "Fitness",
  "Furniture",
  "Gardening",
  "Homewares",
  "House Construction",
  "Insurance",
  "Jewelry",
  "Medical Supplies",
  "Medicine",
  "Mobile",
  "Office Appliances",
  "Other",
  "Photo / Cinema Equipment",
  "Sport and Leisure",
  "Tourism",
  "Vehicles",
  "Weapon",
  "XNA"
];

export const sellerIndustries = [
  "Auto technology",
  "Clothing",
  "Connectivity",
  "Construction",
  "Consumer electronics",
  "Furniture",
  "Industry",
  "Jewelry",
  "MLM partners",
  "Tourism",
  "XNA"
];

export const products = [
  "Card Street",
  "Card X-Sell",
  "Cash",
  "Cash Street: high",
  "Cash Street: low",
  "Cash Street: middle",
  "Cash X-Sell: high",
  "Cash X-Sell: low",
  "Cash X-Sell: middle",
  "POS household with interest",
  "POS household without interest",
  "POS industry with interest",
  "POS industry without interest",
  "POS mobile with interest",
  "POS mobile without interest",
  "POS other with interest",
  "POS others without interest"
];

export const bureauCreditTypes = [
  "Another type of loan",
  "Car loan",
  "Cash loan (non-earmarked)",
  "Consumer credit",
  "Credit card",
  "Interbank credit",
  "Loan for business development",
  "Loan for purchase of shares (margin lending)",
  "Loan for the purchase of equipment",
  "Loan for working capital replenishment",
  "Microloan",
  "Mobile operator loan",
  "Mortgage",
  "Real estate loan",
  "Unknown type of loan"
];

function numbered(name: string, last: number): string[] {
  return Array.from({length: last}, (_, i) => `${name} ${i + 1}`);
}
