import {choices, curves} from "./cells.ts";

/** Whether the lender or the client thought of a street loan. */
export const productTypes = choices(`
  age < 1851?
   walk-in 946; x-sell 54
   channel = Country-wide?
    x-sell
    x-sell 585; walk-in 415
`);

/** How instalments were to be paid. */
export const paymentTypes = choices(`
  case = cash canceled | cash refused early | none canceled | sale canceled?
   age < 586?
    XNA
    XNA 638; Cash through the bank 362
   channel = Contact center?
    XNA 820; Cash through the bank 175; Non-cash from your account 5
    channel = Car dealer | Credit and cash offices?
     Cash through the bank 967; XNA 29; Non-cash from your account 4
     product = Cash Street | Cash X-Sell | POS industry with interest | POS industry without interest | POS other with interest?
      age < 1746?
       Cash through the bank 839; XNA 150; Non-cash from your account 11
       Cash through the bank 597; XNA 381; Non-cash from your account 20
      Cash through the bank 883; XNA 109; Non-cash from your account 7
`);

/** What the money was for. */
export const cashPurposes = choices(`
  product = Cash Street?
   age < 805?
    Repairs 317; Other 179; Urgent needs 134; XNA 98; Buying a used car 39; Payments on other loans 36;
    Building a house or an annex 36; Medicine 23; Everyday expenses 22; Buying a holiday home / land 17;
    Buying a new car 14; Car repairs 14; Buying a home 12; Education 12; Furniture 10; Journey 10;
    Wedding / gift / holiday 9; Purchase of electronic equipment 8; Business development 7
    age < 2452?
     age < 1408?
      age < 986?
       XNA 628; Repairs 106; Urgent needs 73; Other 53; Buying a used car 43; Building a house or an annex 23;
       Buying a new car 13; Medicine 10; Everyday expenses 10; Payments on other loans 7; Buying a home 7;
       Purchase of electronic equipment 7; Car repairs 7; Business development 3; Buying a holiday home / land 3;
       Wedding / gift / holiday 3; Furniture 3
       XNA 994; Repairs 6
      XNA 568; Other 132; Repairs 115; Everyday expenses 66; Education 30; Medicine 30; Buying a used car 22;
      Journey 14; Payments on other loans 9; Purchase of electronic equipment 9; Buying a new car 3
     XNA
   XNA
`);

/** Why an application was refused. */
export const rejectReasons = choices(`
  product = Card Street | Card X-Sell | Cash | Cash X-Sell?
   age < 759?
    product = Card Street | Cash?
     price < 45000?
      HC 869; SCOFR 131
      HC 547; LIMIT 107; SCO 41; SCOFR 299
     XNA 7; HC 934; LIMIT 19; SCO 27; SCOFR 12
    age < 2053?
     XNA 7; HC 644; LIMIT 203; SCO 105; SCOFR 36
     XNA 386; HC 257; LIMIT 114; SCO 86; VERIF 43; SYSTEM 114
   age < 2470?
    age < 449?
     case = cash refused | cash refused early?
      XNA 35; HC 714; LIMIT 61; SCO 75; VERIF 52; SCOFR 63
      XNA 23; HC 417; LIMIT 397; SCO 149; VERIF 6; SCOFR 8
     case = sale refused early?
      XNA 145; HC 341; LIMIT 401; SCO 107; VERIF 6
      XNA 4; HC 321; LIMIT 480; SCO 160; VERIF 22; SCOFR 12
    HC 92; LIMIT 137; SCO 735; VERIF 33
`);

/** New clients and old. */
export const clientTypes = choices(`
  first = no?
   channel = Car dealer | Contact center | Credit and cash offices?
    Repeater 925; Refreshed 67; New 6
    age < 1820?
     Repeater 825; Refreshed 134; New 39
     Repeater 929; New 59; Refreshed 12
   age < 2420?
    product = Card X-Sell | Cash X-Sell?
     Refreshed 591; Repeater 365; New 44
     New 895; Refreshed 72; Repeater 32
    case = sale approved?
     New 682; Repeater 290; Refreshed 28
     Repeater 818; New 118; Refreshed 64
`);

/** Who came with the client. */
export const companions = choices(`
  price < 17725.5?
   case = card approved bare | sale approved | sale refused | sale refused early?
    Unaccompanied 357; nobody said 285; Family 216; Spouse, partner 76; Children 43; Other_B 21
    nobody said
   channel = AP+ (Cash loan) | Channel of corporate sales | Contact center | Credit and cash offices?
    age < 893?
     age < 471?
      age < 271?
       Unaccompanied 819; Family 127; Spouse, partner 25; nobody said 12; Children 7; Other_B 4; Other_A 3
       group = high | middle?
        Unaccompanied 462; nobody said 439; Family 76; Spouse, partner 11; Children 4; Other_A 3
        Unaccompanied 742; Family 115; nobody said 109; Spouse, partner 20; Children 6; Other_A 4; Other_B 4
      age < 840?
       nobody said 688; Unaccompanied 260; Family 31; Spouse, partner 14; Children 4
       Unaccompanied 656; nobody said 254; Family 48; Spouse, partner 24; Other_B 10; Children 7
     product = Card Street | Card X-Sell?
      nobody said 982; Family 9; Unaccompanied 9
      Unaccompanied 800; Family 106; Spouse, partner 52; Children 21; Other_B 13; Other_A 4; nobody said 4
    age < 852?
     age < 523?
      product = Cash | Cash Street | POS mobile with interest | POS mobile without interest | POS other without interest?
       nobody said 756; Unaccompanied 153; Family 59; Spouse, partner 16; Children 8; Other_B 5
       age < 323?
        Unaccompanied 460; Family 260; nobody said 146; Spouse, partner 80; Children 27; Other_B 22; Other_A 4
        nobody said 418; Unaccompanied 297; Family 210; Spouse, partner 46; Other_B 12; Children 11; Other_A 4
      nobody said 761; Unaccompanied 119; Family 72; Spouse, partner 28; Children 7; Other_B 6; Other_A 6
     product = Card Street | Cash Street | Cash X-Sell | POS mobile with interest | POS mobile without interest?
      case = sale approved | sale canceled | sale refused?
       nobody said 373; Unaccompanied 265; Family 202; Children 63; Spouse, partner 52; Other_B 27; Other_A 13;
       Group of people 4
       nobody said 729; Unaccompanied 138; Family 92; Spouse, partner 18; Children 14; Other_A 5; Other_B 3
      Unaccompanied 368; Family 343; Spouse, partner 114; nobody said 77; Children 48; Other_B 30; Other_A 16;
      Group of people 4
`);

/** Hour of the application. */
export const hours = curves(`
  channel = Channel of corporate sales | Contact center | Country-wide | Regional / Local?
   0 0, 3 4, 12-27 6, 46-79 8, 79-137 9, 137-219 10, 219-323 11, 323-433 12, 433-541 13, 541-640 14, 640-731 15,
   731-810 16, 810-881 17, 881-938 18, 938-974 19, 974-993 20, 993-999 21, 1000 23
   0 1, 1 3, 10-20 5, 37-70 7, 70-119 8, 119-204 9, 204-326 10, 326-450 11, 450-566 12, 566-664 13, 664-759 14,
   759-844 15, 844-910 16, 910-959 17, 959-987 18, 987-998 19, 1000 23
`);

/** Day of the application. */
export const weekdays = choices(`
  product = Card Street | Card X-Sell | Cash | Cash Street | Cash X-Sell | POS other without interest?
   TUESDAY 175; MONDAY 168; WEDNESDAY 167; FRIDAY 161; THURSDAY 160; SATURDAY 112; SUNDAY 58
   SATURDAY 183; SUNDAY 151; FRIDAY 142; TUESDAY 132; THURSDAY 132; WEDNESDAY 132; MONDAY 128
`);
