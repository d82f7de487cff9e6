import {choices, curves} from "./cells.ts";

/** Applications of a client who made any. */
export const applicationCounts = curves(`
  0-173 1, 173-329 2, 329-459 3, 459-567 4, 567-658 5, 658-733 6, 733-791 7, 791-836 8, 836-874 9, 874-901 10,
  901-923 11, 975 16, 989 20, 998 28, 1000 50
`);

/** Days since a client's first application, by how many followed. */
export const oldestAges = curves(`
  n < 3?
   0 5, 7 130, 75 275, 468 731, 658 1130, 999 2900, 1000 2920
   0 18, 3 237, 13 323, 675 2380, 851 2710, 1000 2920
`);

/** Age of a later application, as a share of the age of the first. */
export const laterAges = curves(`
  oldest < 1282?
   oldest < 588?
    oldest < 351?
     0 .0072, 5 .0194, 93 .0769, 132 .162, 178 .211, 214 .319, 242 .332, 250 .358, 314 .418, 376 .552, 487 .657,
     613 .944, 647 .958, 684 .994, 717 .997, 717-1000 1
     n < 14?
      oldest < 513?
       0 .0041, 13 .0102, 110 .183, 173 .235, 185 .261, 235 .301, 321 .401, 345 .422, 366 .426, 396 .446, 432 .487,
       506 .528, 519 .556, 587 .593, 688 .671, 753 .777, 793 .944, 828 .993, 842-1000 1
       0 .0035, 3 .0088, 12 .013, 92 .196, 135 .262, 206 .318, 242-255 .368, 282 .382, 333 .446, 363 .458,
       442 .513, 460 .516, 523 .571, 569 .587, 764 .746, 796 .756, 839 .832, 892 .89, 923 .988, 945-1000 1
      0-8 .0084, 8-16 .0168, 25 .0884, 70 .12, 74-102 .1616, 184 .314, 234 .346, 250 .458, 291 .464, 303 .539,
      320 .55, 328-393 .5512, 402 .555, 455 .671, 541 .711, 553 .745, 561-590 .7487, 611 .7514, 648 .762, 656 .784,
      689-721 .795, 750 .8088, 766 .863, 770-799 .8637, 803 .866, 816 .964, 836 .9688, 869 .969, 869 .984,
      885 .9879, 910-934 .9897, 934 .998, 947-1000 1
    oldest < 872?
     0 .0023, 2 .0068, 11 .0085, 39 .0333, 97 .131, 173 .221, 298 .325, 458 .428, 502 .476, 571 .512, 735 .637,
     866 .76, 923 .842, 971 .998, 976-1000 1
     n < 33?
      n < 7?
       0 .0016, 129 .156, 177 .196, 242 .23, 248 .245, 458 .402, 505 .454, 536 .469, 837 .749, 946 .886, 980-1000 1
       0 .0019, 97 .13, 189 .177, 420 .333, 496 .37, 534 .398, 612 .433, 687 .484, 805 .621, 866 .717, 962 .894,
       996-1000 1
      0 .169, 27 .181, 27-149 .217, 189 .222, 189 .316, 203-270 .3174, 297 .319, 297 .334, 392-446 .3529,
      446-500 .3537, 500-568 .471, 568-635 .4947, 635-892 .4956, 946 .788, 959-986 .79, 1000 .961
   oldest < 2330?
    n < 25?
     n < 10?
      oldest < 1693?
       0 .0013, 84 .106, 466 .335, 698 .528, 831 .693, 955 .872, 992-1000 1
       0 .0009, 100 .0762, 314 .193, 437 .269, 658 .456, 752 .579, 829 .721, 936 .874, 985-1000 1
      0 .0009, 35 .0169, 103 .0746, 388 .195, 472 .239, 628 .349, 783 .55, 920 .8, 989 .959, 995-1000 1
     0-10 .0122, 29 .015, 34 .0496, 48 .0689, 101 .0721, 116 .0784, 130 .1085, 155 .109, 159-184 .1154,
     198-232 .1166, 232 .121, 314 .1251, 329-357 .1256, 367-440 .1304, 459 .131, 527 .138, 614 .172, 618 .198,
     725 .2173, 758 .237, 773 .314, 831 .346, 870 .473, 918 .507, 971 .684, 971 .76, 986 .764, 986 .774, 995 .775,
     1000 .908
    n < 9?
     0 .0008, 106 .0769, 332 .188, 439 .268, 518 .343, 620 .47, 831 .819, 957 .945, 987-1000 1
     n < 43?
      n < 26?
       0 .0007, 79 .0576, 208 .0979, 357 .152, 440 .189, 488 .223, 645 .395, 742 .53, 877 .807, 966 .942,
       989-1000 1
       0 .0029, 6 .0307, 15 .0369, 50 .0431, 59 .0578, 95 .061, 110 .0704, 143-158 .0745, 173 .075, 182-197 .0803,
       206-223 .0813, 247 .0869, 270 .0878, 312 .1045, 329 .105, 335 .108, 338-353 .1084, 362 .1097, 390 .117,
       409 .1173, 509 .1508, 558-574 .1608, 591 .1626, 625 .181, 656 .188, 688 .21, 779 .391, 825 .445, 928 .872,
       980 .933, 989 .96, 996-1000 1
      0 .0638, 23 .0667, 23 .1084, 80-126 .1505, 138 .1558, 161-230 .1561, 264-310 .1586, 333 .1589, 356 .243,
      414 .246, 586-667 .7836, 667 .9124, 931 .943, 977 .9441, 989 .957, 1000 .996
`);

/** Whether an application was made on the day of another. */
export const sameDays = choices(`
  oldest < 1204?
   no 565; yes 435
   n < 10?
    no 766; yes 234
    no 658; yes 342
`);

/** What was applied for, and what came of it. */
export const cases = choices(`
  age < 582?
   before = cash approved | cash canceled | cash canceled late | cash refused | none canceled?
    gap < 7?
     before = cash approved | none canceled?
      card refused early 3; sale approved 5; cash approved 34; card approved 95; card canceled 51;
      cash canceled 693; card approved bare 15; sale refused 5; cash canceled late 9; cash refused early 5;
      cash refused 30; card refused 52
      before = cash refused?
       sale approved 6; cash approved 40; card approved 12; card canceled 15; cash canceled 516;
       cash canceled late 4; cash refused early 7; cash refused 377; card refused 16
       sale approved 6; cash approved 236; card approved 29; card canceled 29; cash canceled 426;
       cash canceled late 13; cash refused early 5; cash refused 235; card refused 19
     left < 2?
      sale approved 280; cash approved 93; card approved 11; card canceled 23; sale unused 20; cash canceled 442;
      sale refused 11; cash canceled late 43; cash refused early 31; cash refused 44
      had = both | card?
       sale approved 96; cash approved 130; card approved 5; card canceled 9; sale unused 7; cash canceled 519;
       sale refused 13; cash canceled late 11; cash refused early 41; cash refused 160; card refused 5
       sale approved 101; cash approved 168; card approved 63; card canceled 74; sale unused 8; cash canceled 383;
       sale refused 9; cash canceled late 13; cash refused early 40; cash refused 104; card refused 31
    gap < 28?
     before = card refused early | cash refused early | sale refused | sale refused early | sale unused?
      before = card refused early | cash refused early?
       card refused early 46; sale approved 29; cash approved 23; sale refused early 6; card approved 29;
       card canceled 46; cash canceled 98; sale refused 6; cash canceled late 15; cash refused early 637;
       cash refused 44; card refused 17
       sale approved 269; cash approved 27; sale refused early 123; card approved 27; card canceled 20;
       sale unused 100; cash canceled 50; sale refused 336; cash canceled late 3; cash refused early 7;
       cash refused 23; card refused 17
      before = card canceled | sale approved?
       gap < 1?
        before = card canceled?
         sale approved 4; cash approved 66; card approved 379; card canceled 225; cash canceled 117;
         cash refused early 6; cash refused 28; card refused 167
         sale approved 119; cash approved 8; sale refused early 8; card approved 524; card canceled 10;
         sale unused 10; cash canceled 18; card approved bare 23; sale refused 106; card refused 167
        card refused early 5; sale approved 144; cash approved 59; sale refused early 22; card approved 95;
        card canceled 163; sale unused 12; cash canceled 285; sale refused 46; cash refused early 46;
        cash refused 71; card refused 49
       sale approved 205; cash approved 140; card approved 21; card canceled 313; cash canceled 157;
       sale refused 11; cash refused early 11; cash refused 46; card refused 84; sale canceled 4
     had = nothing?
      sale approved 808; cash approved 54; card approved 66; card canceled 12; sale unused 7; cash canceled 25;
      sale refused 12; cash refused 3; card refused 8
      left < 2?
       sale approved 471; cash approved 82; sale refused early 4; card approved 21; card canceled 21;
       sale unused 40; cash canceled 271; sale refused 14; cash canceled late 18; cash refused early 32;
       cash refused 20; card refused 4
       had = loan?
        card refused early 5; sale approved 289; cash approved 132; sale refused early 5; card approved 93;
        card canceled 75; sale unused 21; cash canceled 220; sale refused 28; cash canceled late 7;
        cash refused early 34; cash refused 45; card refused 43
        sale approved 217; cash approved 156; card approved 7; card canceled 7; sale unused 20; cash canceled 405;
        sale refused 22; cash canceled late 10; cash refused early 37; cash refused 100; card refused 14
   before = nothing | sale approved | sale refused | sale refused early | sale unused?
    had = nothing?
     age < 2483?
      sale approved 884; cash approved 72; sale refused early 4; card approved 7; sale unused 9; sale refused 16;
      cash refused 5
      sale approved 781; cash approved 76; card approved 74; sale refused 54; cash refused 9; card refused 5
     gap < 9?
      sale approved 252; cash approved 15; sale refused early 101; card approved 23; sale unused 89;
      sale refused 491; cash refused 10; card refused 16
      gap < 127?
       sale approved 371; cash approved 241; sale refused early 29; card approved 58; sale unused 13;
       sale refused 193; cash refused 67; card refused 27
       age < 1279?
        sale approved 459; cash approved 357; sale refused early 8; card approved 70; sale unused 36;
        sale refused 16; cash refused 27; card refused 20
        sale approved 629; cash approved 169; sale refused early 12; card approved 69; sale unused 28;
        sale refused 49; cash refused 29; card refused 12
    gap < 5?
     before = cash refused?
      sale approved 3; cash approved 228; card approved 15; cash canceled 7; sale refused 8; cash refused early 3;
      cash refused 697; card refused 37
      sale approved 43; cash approved 333; sale refused early 3; card approved 234; card canceled 11;
      cash canceled 29; card approved bare 4; sale refused 9; cash canceled late 6; cash refused 130;
      card refused 181; sale canceled 15
     sale approved 196; cash approved 560; sale refused early 6; card approved 53; sale unused 17; sale refused 22;
     cash refused 108; card refused 30
`);
