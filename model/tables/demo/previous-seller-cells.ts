import {choices, curves} from "./cells.ts";

/** Products, without the level of interest. */
export const products = choices(`
  case = cash approved | cash canceled | cash canceled late | cash refused | cash refused early | none canceled?
   case = cash approved | cash canceled late | cash refused?
    age < 2204?
     case = cash refused?
      Cash X-Sell 606; Cash Street 394
      gap < 9999?
       Cash X-Sell 880; Cash Street 120
       Cash Street 695; Cash X-Sell 303
     Cash Street 995; Cash X-Sell 5
    Cash
   case = sale approved | sale canceled | sale refused | sale refused early | sale unused?
    case = sale refused early | sale unused?
     POS mobile with interest 825; POS household with interest 134; POS industry with interest 25;
     POS mobile without interest 11; POS other with interest 4
     age < 1572?
      POS household with interest 368; POS mobile with interest 200; POS industry with interest 186;
      POS household without interest 111; POS mobile without interest 59; POS other with interest 49;
      POS industry without interest 22; POS other without interest 5
      age < 2498?
       POS household with interest 420; POS mobile with interest 386; POS industry with interest 102;
       POS household without interest 75; POS other with interest 11; POS industry without interest 6
       POS mobile with interest 414; POS household with interest 265; POS household without interest 224;
       POS industry with interest 63; POS industry without interest 25; POS other with interest 8
    case = card approved | card refused?
     gap < 9999?
      Card X-Sell 641; Card Street 359
      Card Street 916; Card X-Sell 84
     Card Street 996; Card X-Sell 4
`);

/** Where the client applied. */
export const channels = choices(`
  case = card approved bare | none canceled | sale approved | sale refused | sale refused early | sale unused?
   product = POS industry with interest | POS industry without interest | POS other with interest?
    Stone 715; Country-wide 154; Regional / Local 129
    product = Card Street | POS household with interest | POS household without interest?
     age < 1839?
      Country-wide 569; Regional / Local 255; Stone 176
      Country-wide 588; Stone 311; Regional / Local 101
     age < 1974?
      Country-wide 919; Stone 48; Regional / Local 33
      Country-wide 746; Stone 236; Regional / Local 18
   case = card approved | card refused | cash approved | cash refused | sale canceled?
    product = Card Street | POS household with interest | POS household without interest | POS industry with interest | POS mobile with interest?
     age < 2356?
      age < 675?
       Country-wide 394; Credit and cash offices 303; Regional / Local 129; AP+ (Cash loan) 87; Stone 60;
       Channel of corporate sales 28
       Credit and cash offices 737; AP+ (Cash loan) 178; Country-wide 53; Regional / Local 15; Stone 8;
       Contact center 5; Channel of corporate sales 5
      Country-wide 577; Contact center 212; Stone 142; Credit and cash offices 55; Regional / Local 15
     age < 1514?
      product = Cash Street?
       Credit and cash offices 694; AP+ (Cash loan) 129; Country-wide 96; Channel of corporate sales 40;
       Contact center 31; Regional / Local 5; Stone 4
       Credit and cash offices 787; AP+ (Cash loan) 76; Contact center 74; Country-wide 45; Stone 9;
       Regional / Local 7
      case = card approved | card refused?
       Contact center 417; Country-wide 329; Credit and cash offices 134; Regional / Local 83; Stone 37
       Credit and cash offices 715; Country-wide 283
    product = Cash X-Sell?
     Contact center 888; Credit and cash offices 100; AP+ (Cash loan) 8; Country-wide 4
     Credit and cash offices 894; Contact center 86; AP+ (Cash loan) 13; Country-wide 6
`);

/** What the seller trades in. */
export const industries = choices(`
  channel = Car dealer | Country-wide | Regional / Local | Stone?
   product = Cash | POS mobile with interest | POS mobile without interest?
    Connectivity 983; Consumer electronics 16
    product = POS industry with interest | POS industry without interest | POS other with interest | POS other without interest?
     product = POS industry with interest | POS industry without interest?
      Furniture 461; Construction 236; Clothing 217; Industry 67; Consumer electronics 7; XNA 7
      age < 541?
       Auto technology 352; Jewelry 257; Industry 159; Construction 76; MLM partners 67; Tourism 49; Furniture 15;
       Consumer electronics 12; Connectivity 6; Clothing 3; XNA 3
       Industry 559; Construction 151; Consumer electronics 138; Auto technology 85; Furniture 33; Clothing 18;
       Connectivity 15
     case = sale approved | sale canceled | sale refused | sale refused early | sale unused?
      Consumer electronics 987; Connectivity 6; Furniture 3
      channel = Country-wide?
       age < 1421?
        product = Cash Street?
         Connectivity 988; Consumer electronics 8; XNA 4
         Consumer electronics 498; Connectivity 429; XNA 45; Furniture 18; Auto technology 6
        Consumer electronics 802; Connectivity 197
       Consumer electronics 724; Furniture 98; Connectivity 63; Clothing 45; Construction 33; Auto technology 16;
       Industry 8; XNA 8; Jewelry 6
   XNA
`);

/** What was bought. */
export const goodsCategories = choices(`
  industry = Clothing | Connectivity?
   industry = Clothing?
    Clothing and Accessories 945; Furniture 26; Other 10; Medical Supplies 6; Homewares 4
    age < 1478?
     Mobile 794; Computers 127; Photo / Cinema Equipment 50; Audio/Video 22; Auto Accessories 5
     Mobile 924; Photo / Cinema Equipment 50; Audio/Video 15; Computers 9
   industry = Consumer electronics?
    age < 1780?
     channel = Stone?
      Consumer Electronics 399; Computers 263; Audio/Video 207; Construction Materials 34; Furniture 28; Mobile 24;
      Photo / Cinema Equipment 9; Vehicles 7; Homewares 6; Office Appliances 5; Sport and Leisure 4; Gardening 3;
      Auto Accessories 3
      Consumer Electronics 315; Computers 303; Audio/Video 292; Photo / Cinema Equipment 37; Mobile 29;
      Office Appliances 8; Construction Materials 4
     Consumer Electronics 376; Audio/Video 261; Computers 184; Mobile 102; Photo / Cinema Equipment 46;
     Furniture 8; Other 7; Construction Materials 5; Office Appliances 5
    industry = Furniture?
     Furniture 901; Consumer Electronics 35; Construction Materials 20; Clothing and Accessories 17; Audio/Video 7;
     Homewares 4; Medical Supplies 3
     industry = Construction?
      Construction Materials 707; Homewares 141; Gardening 63; Consumer Electronics 24; Furniture 16; Other 11;
      Mobile 8; Vehicles 7; Sport and Leisure 6; Auto Accessories 5; Additional Service 3
      industry = Auto technology?
       Auto Accessories 601; Vehicles 196; Gardening 52; Sport and Leisure 46; Construction Materials 33;
       Audio/Video 33; Mobile 13; Computers 7; Clothing and Accessories 7; Consumer Electronics 7; Furniture 7
       age < 755?
        Jewelry 433; Medical Supplies 160; Tourism 121; Medicine 55; Sport and Leisure 44; Direct Sales 33;
        Auto Accessories 28; Vehicles 25; Furniture 19; Homewares 19; Fitness 19; Construction Materials 17;
        Clothing and Accessories 14; Consumer Electronics 11
        Auto Accessories 233; Medical Supplies 128; Vehicles 101; Sport and Leisure 90; Medicine 83; Furniture 66;
        Jewelry 52; Other 49; Clothing and Accessories 38; Tourism 35; Construction Materials 28;
        Consumer Electronics 28; Fitness 17; Homewares 10; Weapon 10; Audio/Video 10; Mobile 7; Gardening 7;
        Education 3; Office Appliances 3
`);

/** Whether the table says what was bought. */
export const goodsKnown = choices(`
  case = sale canceled | sale refused?
   age < 2470?
    yes 972; no 28
    no 528; yes 472
   yes
`);

/** Selling area of the place. */
export const sellerAreas = curves(`
  channel = Channel of corporate sales | Contact center | Credit and cash offices?
   age < 1150?
    0-944 -1, 944-996 0, 1000 150
    0-733 -1, 733-988 0, 991-1000 100
   industry = Consumer electronics | Furniture?
    channel = Country-wide?
     case = cash approved | cash refused?
      0-730 -1, 876 150, 984 2500, 997 3900, 1000 4900
      product = Card Street | Card X-Sell | POS household with interest | POS household without interest?
       0-15 -1, 15-22 1, 185 300, 338-380 1000, 514-560 1500, 669-704 2000, 772 2230, 943 3600, 961 4010, 985 5210,
       996 10400, 996-1000 30200
       0 -1, 3-13 1, 15-31 5, 38 20, 281-430 100, 575-629 200, 752 350, 926 1200, 969 2020, 990 3500, 992 12000,
       995-1000 13000
     0 -1, 9 5, 162-205 50, 325-400 100, 494 140, 554-605 150, 789 300, 869 500, 948 1100, 980 2010, 994 3300,
     997 5300, 1000 16700
    industry = XNA?
     0-141 -1, 141-182 1, 182-263 2, 263-340 3, 340-544 4, 544-682 5, 682-771 6, 796-842 10, 950 74, 950-975 100,
     981 120, 988 205, 996 700, 1000 3800
     industry = Connectivity | Jewelry | Tourism?
      0-4 -1, 7-16 5, 24-53 10, 69-115 15, 144-235 20, 351-436 30, 557-617 40, 702-772 50, 927 80, 964 100,
      978 126, 991 212, 996 340, 1000 1840
      0-6 1, 10-25 5, 25-45 6, 145-206 20, 246-291 30, 384-467 50, 626-701 100, 831 200, 919 531, 952 1000,
      972 2080, 991 5400, 993 11700, 994-1000 74600, 1000 250000
`);
