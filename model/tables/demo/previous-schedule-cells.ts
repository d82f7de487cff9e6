import {choices, curves} from "./cells.ts";

/** Whether an approved loan was paid out. */
export const paidOut = choices(`
  channel = Car dealer | Channel of corporate sales | Contact center | Credit and cash offices?
   age < 59?
    no 773; yes 227
    yes 922; no 78
   yes 976; no 24
`);

/** Days from the decision to the first instalment. */
export const firstDueDelays = curves(`
  product = Cash Street | Cash X-Sell?
   0 1, 2-931 30, 931-966 31, 985 33, 994 36, 999 42, 1000 60
   age < 531?
    product = POS mobile with interest | POS mobile without interest | POS other without interest?
     0 9, 9-210 30, 210-337 31, 337-379 32, 379-418 33, 418-471 34, 471-524 35, 524-583 36, 583-643 37, 643-688 38,
     688-727 39, 727-766 40, 794-823 42, 878 45, 948 53, 985 70, 993 90, 1000 138
     0 5, 6-429 30, 429-721 31, 721-799 32, 799-851 33, 851-883 34, 883-905 35, 905-926 36, 974 41, 993 48, 997 59,
     1000 111
    product = POS industry with interest | POS mobile with interest | POS mobile without interest | POS other with interest?
     product = POS industry with interest | POS other with interest?
      0 30, 2-448 31, 448-585 32, 585-671 33, 671-743 34, 743-789 35, 789-833 36, 833-858 37, 912 40, 971 49,
      989 62, 995 76, 1000 227
      0 30, 1-456 31, 456-499 32, 499-521 33, 521-557 34, 557-605 35, 605-653 36, 653-701 37, 731-764 39,
      764-787 40, 787-811 41, 811-832 42, 850 43, 911 48, 971 65, 988 100, 997 197, 1000 606
     channel = Stone?
      0-479 31, 479-586 32, 586-659 33, 659-721 34, 721-770 35, 770-812 36, 812-851 37, 851-877 38, 912 40, 978 53,
      994 69, 999 101, 1000 196
      0 30, 2-765 31, 765-889 32, 889-924 33, 924-944 34, 975 37, 994 46, 998 56, 1000 111
`);

/** Whether a loan whose plan goes on is over. */
export const endings = choices(`
  age < 274?
   yes 194; no 806
   age < 721?
    yes 437; no 563
    yes 669; no 331
`);

/** By how much of what was left a loan ended early. */
export const earliness = curves(`
  plan < -912?
   count < 10?
    0-746 0, 769-860 .2, 886-960 .4, 965 .429, 967 .571, 986 .6, 993-1000 1
    0-674 0, 689 .087, 692-745 .091, 745-781 .111, 903 .364, 978 .667, 980-993 .727, 996 .778, 1000 1
   plan < -4?
    count < 10?
     count < 6?
      0-693 0, 693-861 .333, 868-939 .667, 943-1000 1
      0-575 0, 585-720 .2, 723-804 .4, 814-875 .6, 877-934 .8, 936-1000 1
     count < 12?
      0-546 0, 546-683 .111, 683-765 .222, 765-811 .333, 811-861 .444, 861-907 .556, 942-966 .778, 966-982 .889,
      982-1000 1
      0-375 0, 412 .087, 420-478 .091, 495 .174, 509-546 .182, 663 .455, 720-764 .545, 968 .914, 977-1000 1
    0-92 0, 127 .1, 457-499 .5, 560 .6, 746 .75, 924-1000 1
`);

/** Days from the last instalment to the end of the contract. */
export const terminations = curves(`
  age < 729?
   0 1, 2-111 2, 111-243 3, 243-368 4, 368-510 5, 510-643 6, 643-775 7, 775-910 8, 910-943 9, 968 11, 977 13,
   991 19, 999 32, 1000 188
   0 1, 0-64 2, 64-172 3, 172-288 4, 288-421 5, 421-548 6, 548-677 7, 677-800 8, 800-867 9, 919 12, 962 20, 977 31,
   985 59, 994 232, 999 682, 1000 2080
`);

/** What became of a card. */
export const cardUses = choices(`
  age < 1301?
   age < 544?
    credit < 180000?
     age < 174?
      idle terminated 38; idle 633; used undue terminated 13; used 190; used undue 127
      idle terminated 76; idle 451; used settled terminated 39; used undue terminated 10; used settled 27;
      used 362; used undue 34
     age < 182?
      idle terminated 153; idle 435; used settled terminated 35; used 259; used undue 118
      age < 330?
       idle terminated 66; idle 243; used settled terminated 35; used undue terminated 4; used settled 4; used 646
       idle terminated 28; idle 192; used settled terminated 77; used undue terminated 21; used terminated 3;
       used settled 59; used 598; used undue 21
    gap < 1?
     idle terminated 128; idle 399; used settled terminated 64; used settled 64; used 340; used undue 5
     idle terminated 76; idle 236; used settled terminated 113; used undue terminated 11; used settled 136;
     used 412; used undue 10
   age < 2057?
    idle terminated 24; idle 246; used settled terminated 162; used undue terminated 30; used settled 293;
    used 234; used undue 12
    idle terminated 5; idle 75; used settled terminated 158; used settled 599; used 160
`);

/** First drawing, as a share of the time since the decision. */
export const drawingDelays = curves(`
  age < 997?
   0-210 0, 237 .00202, 296 .00303, 375 .00547, 486 .0172, 662 .0701, 785 .137, 854 .213, 904 .322, 974 .699,
   1000 .995
   0-42 0, 42 .000345, 127 .000429, 145 .000688, 222 .000794, 283 .00094, 440 .00195, 552 .00373, 639 .00755,
   711 .0117, 810 .0232, 886 .0408, 958 .112, 980 .219, 987 .336, 1000 .893
`);

/** Days from the first drawing to the first due date. */
export const cardDueDelays = curves(`
  DAYS_FIRST_DRAWING < -1803?
   0 23, 6-11 26, 14 31, 23 33, 37-68 34, 68-110 35, 138-172 37, 172-192 38, 192-220 39, 285-322 43, 322-373 44,
   401-444 46, 444-489 47, 506-556 49, 576-613 51, 613-647 52, 647-675 53, 675-703 54, 703-757 55, 757-802 56,
   822-853 58, 853-898 59, 898-924 60, 924-952 61, 966 62, 966-989 63, 989-997 64, 1000 85
   0 12, 1 20, 9-18 22, 31 24, 48-72 25, 72-95 26, 95-118 27, 139-166 29, 166-194 30, 227-250 33, 250-276 34,
   293-322 36, 342-372 38, 372-410 39, 410-463 40, 463-519 41, 519-567 42, 567-609 43, 609-660 44, 660-716 45,
   716-768 46, 768-812 47, 812-861 48, 861-909 49, 959 52, 973 55, 988 80, 996 152, 1000 451
`);

/** Last due date of a card, as a share of the time since the first. */
export const cardLastDues = curves(`
  0-41 0, 52 .0446, 196 .184, 244 .207, 423 .367, 573 .462, 736 .605, 883 .755, 984 .936, 1000 .987
`);

/** End of a card, as a share of the time since its last due date or decision. */
export const cardTerminations = curves(`
  0-7 0, 7 .0098, 33 .0586, 203 .245, 260 .345, 645 .694, 825 .816, 993 .982, 1000 .996
`);
