import {choices, curves} from "./cells.ts";

/** Months before the application for which there are no statuses. */
export const silences = curves(`
  age < 1238?
   age < 454?
    age < 270?
     0-971 0, 971-992 1, 995 2, 1000 6
     0-938 0, 938-967 1, 974 2, 993 7, 1000 12
    age < 788?
     0-917 0, 917-946 1, 991 14, 1000 24
     0-887 0, 887-916 1, 995 31, 1000 38
   age < 2123?
    age < 1511?
     0-868 0, 868-902 1, 998 43, 1000 47
     0-859 0, 859-886 1, 999 57, 1000 65
    0-811 0, 811-841 1, 912 48, 992 80, 998 85, 1000 92
`);

/** Whether the statuses say that a loan was closed. */
export const closuresTold = choices(`
  since < 26?
   endMonth < 11?
    no 546; yes 454
    no 975; yes 25
   since < 950?
    endMonth < 33?
     yes 848; no 152
     since < 529?
      yes 920; no 80
      type = Consumer credit?
       since < 924?
        since < 873?
         since < 657?
          no 735; yes 265
          yes 655; no 345
         no 791; yes 209
        yes 720; no 280
       yes 822; no 178
    yes 950; no 50
`);

/** Months from the end of a loan to its first status "C". */
export const closureShifts = curves(`
  over < 788?
   type = Another type of loan | Consumer credit | Loan for working capital replenishment | Unknown type of loan?
    0 -57, 5 -27, 14 -13, 51-178 -1, 178-885 0, 885-968 1, 990 6, 998 11, 1000 24
    0 -57, 3 -36, 12 -17, 54-245 -1, 245-839 0, 839-980 1, 986 2, 993 6, 999 12, 1000 17
   0 -56, 2 -30, 12 -14, 23 -8, 57-212 -1, 212-848 0, 848-934 1, 964 6, 987 17, 996 31, 1000 73, 1000 1320
`);

/** Status of a loan's first month. */
export const firstStatuses = choices(`
  type = Cash loan (non-earmarked) | Consumer credit | Unknown type of loan?
   ago < 76?
    ago < 33?
     X 354; 0 645
     status = closed?
      X 405; 0 594
      X 576; 0 424
    X 587; 0 413
   ago < 36?
    X 546; 0 454
    X 676; 0 322
`);

/** Status of a month, after that of the month before and how long that had lasted. */
export const nextStatuses = choices(`
  state = 4 | 5 | X?
   run < 4?
    run < 2?
     state = X?
      month < 1?
       X 592; 0 402; 1 6
       ago < 6?
        X 555; 0 432; 1 13
        X 307; 0 680; 1 11; 2 1
      X 64; 0 54; 1 29; 2 5; 3 25; 4 49; 5 775
     month < 3?
      X 876; 0 122; 1 2
      bad < 6?
       ago < 5?
        X 895; 0 104; 1 1
        X 612; 0 378; 1 6; 2 1; 5 4
       X 386; 0 76; 1 27; 2 4; 3 4; 4 9; 5 493
    state = 5?
     X 22; 0 17; 1 2; 3 2; 4 3; 5 955
     run < 11?
      X 961; 0 38; 1 1
      X 993; 0 7
   run < 4?
    month < 4?
     state = 0?
      run < 2?
       month < 1?
        X 44; 0 940; 1 16
        X 198; 0 783; 1 17; 2 1
       X 40; 0 941; 1 19
      X 28; 0 590; 1 318; 2 49; 3 14; 4 2
     bad < 1?
      run < 2?
       X 448; 0 546; 1 7
       X 311; 0 680; 1 9
      state = 0?
       X 134; 0 751; 1 113; 2 1
       state = 1?
        X 43; 0 581; 1 327; 2 47; 3 2
        X 38; 0 233; 1 130; 2 130; 3 274; 4 189; 5 5
    ago < 2?
     X 267; 0 716; 1 16; 5 1
     state = 0?
      run < 7?
       month < 7?
        X 18; 0 963; 1 18
        bad < 1?
         X 134; 0 852; 1 14
         X 35; 0 893; 1 72
       X 16; 0 971; 1 13
      X 2; 0 233; 1 716; 2 43; 3 6
`);
