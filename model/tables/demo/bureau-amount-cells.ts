import {choices, curves} from "./cells.ts";

/** What the bureau says of the debt; a credit balance is a debt below 0. */
export const debtKinds = choices(`
  status = active?
   type = Credit card?
    sum < 18000?
     none 841; credit 45; unknown 24; some 90
     since < 227?
      due < 1827?
       none 241; unknown 10; some 748
       due < 12676?
        due < 7510?
         none 208; unknown 60; some 732
         none 71; unknown 802; some 127
        since < 30?
         none 143; unknown 66; some 791
         none 519; unknown 99; some 382
      none 549; credit 34; unknown 202; some 215
    due < -17?
     since < 674?
      none 565; unknown 40; some 395
      none 84; unknown 482; some 435
     debtKindBefore = credit | unknown?
      none 15; unknown 304; some 681
      none 21; unknown 92; some 887
   debtKindBefore = unknown?
    none 635; unknown 358; some 7
    since < 907?
     sum < 337500?
      none 918; unknown 77; some 4
      none 801; unknown 173; some 26
     none 786; unknown 209; some 4
`);

/** Debt over the sum lent. */
export const debtShares = curves(`
  togo < .559078?
   type = Another type of loan | Car loan | Consumer credit | Mortgage?
    togo < .286184?
     togo < .075?
      age < 193?
       0 .11, 13 .161, 53 .176, 145 .178, 211 .181, 316 .194, 421 .522, 421-474 1, 526 1.02, 553-605 1.1,
       697-750 1.2, 763-816 1.22, 816-855 1.24, 855-895 1.26, 961 1.34, 1000 1.5
       0 6.67e-06, 5 2e-05, 21 .000457, 49 .0272, 208 .0825, 445 .119, 604 .223, 971-996 1, 997 1.01, 1000 1.54
      togo < .178082?
       0 .000133, 5 .0005, 9 .0384, 52 .105, 200 .161, 273 .176, 516 .203, 847 .291, 928 .367, 957 .534, 968 .909,
       993 1.08, 1000 1.38
       0 5.52e-06, 6 .000156, 19 .116, 45 .177, 154 .265, 539 .345, 720 .371, 821 .402, 880 .441, 985 1, 1000 1.16
     togo < .444882?
      togo < .378176?
       0 5e-06, 3 6.04e-06, 5 .00722, 19 .184, 92 .35, 235 .4, 668 .465, 784 .492, 895 .538, 938 .603, 972 .986,
       986 1, 993 1.04, 1000 1.21
       0 7e-05, 37 .302, 76 .409, 172 .468, 411 .52, 628 .54, 837 .576, 911 .61, 967 .716, 1000 1.02
      0 7.5e-06, 4 7.26e-05, 4 .0349, 11 .0435, 46 .444, 66 .5, 137 .541, 285 .583, 691 .644, 892 .692, 967 .778,
      985 .886, 989-998 1, 999 1.04, 1000 1.27
    0 1.33e-05, 11 .00965, 178 .487, 338 .776, 541 .922, 734 .969, 797 .996, 939 1.02, 964 1.05, 984 1.17,
    989 1.37, 1000 2.86
   togo < .787705?
    type = Another type of loan | Credit card | Microloan | Mortgage?
     0 3.33e-05, 8 .00118, 17 .00793, 160 .454, 263 .662, 381 .8, 485 .884, 656 .944, 935 1.02, 968 1.05, 989 1.13,
     997 1.48, 1000 1.97
     togo < .69863?
      togo < .613699?
       0 .00176, 4 .0294, 4 .18, 33 .477, 53 .58, 138 .638, 245 .668, 383 .692, 726 .73, 849 .753, 965 .836,
       987 .94, 989-996 1, 1000 1.02
       0 6.25e-06, 14 .261, 51 .609, 102 .683, 192 .72, 428 .761, 756 .794, 945 .852, 961 .871, 986 .969, 997 1.07,
       1000 1.22
      0 .0105, 11 .464, 45 .698, 147 .787, 457 .838, 801 .87, 862 .879, 938 .909, 960 .944, 991 1.04, 998 1.14,
      1000 1.32
    togo < .893209?
     type = Car loan | Consumer credit?
      togo < .842826?
       0 .00947, 5 .318, 23 .61, 43 .766, 66 .829, 113 .858, 250 .878, 486 .896, 755 .912, 813 .919, 920 .939,
       951-985 1, 989 1.04, 1000 1.47
       0 .28, 8 .607, 25 .808, 46 .864, 122 .907, 324 .924, 770 .949, 860 .961, 909-973 1, 985 1.07, 997 1.36,
       1000 1.65
      0 3.57e-06, 5 .000286, 12 .00328, 12 .0311, 185 .538, 359 .794, 576 .929, 932 1.03, 963 1.04, 983 1.08,
      990 1.13, 998 1.68, 1000 2.62
     type = Another type of loan | Credit card | Loan for working capital replenishment?
      0 4.17e-05, 10 .00338, 273 .621, 415 .815, 559 .911, 771 .98, 833 .994, 926-936 1, 979 1.03, 991 1.07,
      996 1.15, 998 1.39, 1000 2.93
      togo < .954141?
       0 .00041, 5 .319, 16 .528, 102 .933, 165 .949, 713 .984, 797-940 1, 965 1.01, 982 1.05, 1000 1.81
       0 .000516, 15 .0118, 123 .487, 385 .976, 452 .989, 556 .993, 617-847 1, 901 1.02, 980 1.22, 993 1.4,
       998 1.74, 1000 2.62
`);

/** What the bureau says of the limit; the rest is what the debt leaves of it. */
export const limitKinds = choices(`
  type = Credit card?
   due < 1392?
    status = active?
     debtKind = credit?
      rest 652; some 348
      none 786; unknown 112; rest 79; some 23
     none 488; unknown 456; rest 42; some 14
    status = active?
     sum < 13500?
      none 741; unknown 211; rest 43; some 6
      debtKind = none?
       none 215; unknown 384; rest 388; some 13
       none 206; unknown 282; rest 271; some 242
     none 817; unknown 174; rest 8
   due < 20000?
    due < -805?
     since < 19?
      none 34; unknown 966
      since < 920?
       none 574; unknown 426
       none 716; unknown 284
     limitKindBefore = unknown?
      none 672; unknown 328
      since < 9?
       none 633; unknown 367
       none 848; unknown 152
    none 51; unknown 949
`);

/** Limit over the sum lent. */
export const limitShares = curves(`
  0 1.92e-05, 11 .000173, 65 .00205, 115 .0057, 168 .0168, 203 .0329, 353 .0712, 431 .109, 569 .217, 684 .401,
  941 1.08, 998 2.28, 1000 2.53
`);

/** What the bureau says of the greatest amount overdue. */
export const worstKinds = choices(`
  limitKind = unknown?
   debtKind = unknown?
    due < 20000?
     due < 1114?
      none 203; unknown 706; some 91
      none 478; unknown 244; some 277
     none 14; unknown 985
    debtKind = none?
     unknown
     none 35; unknown 951; some 14
   limitKind = none?
    since < 1778?
     worstKindBefore = none | some?
      type = Car loan | Credit card | Mortgage?
       since < 250?
        due < 8666?
         none 50; unknown 937; some 13
         none 474; unknown 386; some 140
        none 694; unknown 284; some 22
       age < 1023?
        due < 678?
         none 644; unknown 275; some 81
         none 346; unknown 572; some 82
        none 302; unknown 575; some 123
      type = Credit card | Mortgage?
       due < 20000?
        since < 419?
         none 28; unknown 964; some 7
         none 316; unknown 658; some 25
        none 481; unknown 414; some 105
       age < 1123?
        due < 337?
         none 489; unknown 453; some 58
         none 200; unknown 756; some 44
        since < 1045?
         none 116; unknown 814; some 70
         none 284; unknown 619; some 97
     none 559; unknown 224; some 217
    limitKind = rest?
     none 666; unknown 211; some 123
     none 769; some 230
`);

/** Greatest amount overdue. */
export const worstAmounts = curves(`
  sum < 675000?
   sum < 78966?
    0 .315, 18 9.86, 100 303, 259 2410, 626 5580, 782 7520, 837 8790, 914 12200, 939 14700, 976 23600, 991 34800,
    1000 80300
    0 .045, 12 12, 85 473, 320 5560, 649 11300, 834 17200, 922 23100, 979 44100, 992 79400, 997 156000, 1000 450000
   0-6 4.5, 7 9, 74 369, 94 1210, 218 12200, 275 13800, 345 17600, 441 20500, 474 23300, 530 24600, 585 27600,
   627 32800, 738 39300, 856 56000, 930 75700, 952 92400, 980 183000, 993 403000, 998 1150000, 1000 4210000
`);

/** What the bureau says of the instalment. */
export const annuityKinds = choices(`
  status = active?
   labelled = no?
    worstKind = unknown?
     type = Another type of loan | Credit card | Loan for the purchase of equipment?
      limitKind = unknown?
       debtKind = some?
        unknown 68; none 268; some 664
        unknown 7; none 938; some 55
       since < 47?
        debtKind = none?
         unknown 801; none 189; some 10
         unknown 479; none 124; some 397
        unknown 925; none 58; some 17
      limitKind = none?
       sum < 112500?
        none 578; some 422
        none 73; some 927
       unknown 350; none 131; some 518
     sum < .45?
      none 940; some 60
      some
    annuityKindBefore = none | some?
     unknown 242; none 283; some 476
     unknown 896; none 36; some 68
   worstKind = unknown?
    labelled = no?
     limitKind = none?
      type = Another type of loan | Credit card?
       unknown 322; none 678
       none 884; some 116
      since < 958?
       debtKind = none?
        due < -881?
         unknown 938; none 61
         type = Consumer credit | Credit card | Mortgage?
          unknown 611; none 363; some 26
          unknown 57; none 927; some 16
        unknown 97; none 849; some 54
       since < 1373?
        unknown 84; none 880; some 35
        unknown 170; none 626; some 203
     annuityKindBefore = none | some?
      annuityKindBefore = none?
       unknown 233; none 592; some 176
       unknown 241; none 263; some 495
      annuityKindBefore = nothing?
       unknown 741; none 150; some 108
       unknown 910; none 64; some 26
    labelled = no?
     unknown
     annuityKindBefore = none | some?
      unknown 376; none 318; some 306
      unknown 916; none 40; some 44
`);

/** Instalments. */
export const annuities = curves(`
  sum < 504000?
   sum < 120730?
    status = active?
     sum < 46359?
      0-10 .045, 15 .45, 85 1250, 95-120 1350, 121 1360, 161 2020, 189-230 2250, 249-282 2700, 284 2710, 326 3300,
      446 4060, 467 4490, 470-579 4500, 582 4540, 708 7620, 731-751 9000, 828 14700, 921 29200, 985 62100,
      995 83600, 1000 230000
      0 18, 7 418, 14 464, 21 1350, 49 2440, 148 4000, 196 4490, 197-225 4500, 427 6740, 428-469 6750, 519 7420,
      636 8270, 664 8780, 691-725 9000, 843 11250, 885 12800, 942 20000, 966 28900, 986 54700, 997 108000,
      1000 250000
     0 .45, 8 54, 31 1820, 239 6250, 429 9450, 466 10900, 584 13500, 684 18700, 738 20200, 811 24862.5, 919 50000,
     987 102000, 994 145000, 1000 318000
    sum < 270000?
     debtKind = credit | none?
      0 40.5, 6 99, 32 2390, 120 6040, 235 9040, 298 11500, 395 13400, 405-434 13500, 467 14200, 567-585 18000,
      682-707 22500, 713 22600, 781 26000, 901 48600, 947 90300, 981 169000, 997 246000, 1000 540000
      0 27, 13 450, 21 2250, 86 4430, 90-115 4500, 116 4510, 179 5780, 373 8300, 625 12600, 651-674 13500,
      742 15100, 904-921 22500, 965 27300, 985 45000, 993 74600, 1000 225000
     type = Consumer credit | Loan for business development?
      due < 488?
       0 104, 3 1350, 61 5920, 159 9920, 228 12000, 390 15200, 404 16200, 514 18800, 645 23100, 758 28000,
       830 33800, 896 43600, 942 82900, 989 295000, 1000 440000
       0 450, 9 2770, 21 4500, 67 6280, 223 8970, 400 11100, 502 12000, 587 12600, 694 13900, 882 18900, 920 21200,
       950 25400, 971 40500, 981 65300, 1000 433000
      0 13.5, 6 450, 15 482, 28 2570, 47 2700, 62-85 4500, 87 4510, 91 4610, 134 8310, 174 9520, 214 13400,
      261 14300, 414 21800, 510 24900, 531 26900, 535-584 27000, 599 27400, 645 29200, 654 31000, 696 31700,
      720-745 33750, 771 35600, 811 36500, 851-868 40500, 877 41000, 900-949 45000, 972 49500, 989 81000,
      994 121000, 998 318000, 1000 1280000
   sum < 1260000?
    0 4.5, 19 3920, 60 9390, 123 13500, 700 30000, 824 36900, 894 45400, 953 69800, 966 90000, 979 194000,
    998 786000, 1000 2030000
    sum < 2097450?
     0 954, 3-7 1350, 25 9570, 112 22100, 137 22500, 184 25400, 252 33000, 316 35700, 406 37800, 606 44100,
     723 50700, 827 54400, 907 61900, 961 75200, 985 138000, 988 215000, 988 1140000, 1000 1740000
     0 1260, 6 2020, 11 6900, 123 33300, 187 38600, 293 53900, 389 60500, 518 65500, 542 68300, 591 70200,
     701 81500, 787 92400, 884 114000, 936 146000, 974 205000, 991 277000, 998 402000, 1000 5450000
`);

/** Whether the loan is overdue. */
export const overdues = choices(`
  no 998; yes 2
`);

/** Days overdue. */
export const overdueDays = curves(`
  0 1, 8 4, 25-50 6, 116-165 10, 223-264 14, 413 25, 413 28, 455-512 30, 579 37, 628-678 60, 694 65, 760 150,
  826 170, 950 2320, 975 2380, 983 2550, 1000 2570
`);

/** Amounts overdue. */
export const overdueAmounts = curves(`
  0 .315, 16 1.44, 16-65 4.5, 121 13.5, 153-194 36, 226 49.5, 444 194, 589 410, 718 783, 758 796, 798 896,
  855 6310, 855 13000, 952 20200, 960 24900, 992 72300, 1000 542000
`);

/** How often a loan was prolonged. */
export const prolongations = choices(`
  worstKind = unknown?
   0
   type = Credit card?
    0 958; 1 34; 2 7; 3 1; 5 1
    0 998; 1 2
`);
