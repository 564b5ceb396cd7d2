import type { FractureSite } from "osteon/embedded";
import { block, column, foot, hand, long, oval, rib } from "./bones.js";

/** A part of the skeleton that can be chosen. */
export interface Area {
  /** The site that choosing it enters. */
  site: FractureSite;
  /** Other sites that are marked here. */
  also?: FractureSite[];
  /** Outlines of the bones; of paired ones those on the reader's left. */
  bones: string[];
  /** Lines drawn as thin bones. */
  lines?: string[];
  paired: boolean;
  /** Where it is marked. */
  mark: readonly [x: number, y: number];
  /** A wider place to point at, where the bones are small. */
  reach?: string;
}

const SHOULDER = [80, 122] as const;
const ELBOW = [62, 214] as const;
const WRIST = [47, 292] as const;
const HIP = [90, 300] as const;
const KNEE = [104, 408] as const;
const SHIN = [105, 411] as const;
const ANKLE = [109, 518] as const;

const HUMERUS = [SHOULDER, ELBOW, [9, 4.2, 8.5]] as const;
const RADIUS = [[58, 220], [WRIST[0] - 3, WRIST[1]], [4.2, 2.9, 6]] as const;
const ULNA = [[65, 213], [WRIST[0] + 6, WRIST[1] - 2], [5, 2.7, 3]] as const;
const FEMUR = [HIP, KNEE, [9, 5.6, 13.5]] as const;
const TIBIA = [SHIN, ANKLE, [13, 5.2, 8]] as const;
const FIBULA = [[93.5, 421], [98.5, 524], [4, 2.1, 4]] as const;

const RIBS = [
  rib(112, 26, 20, 122, 126),
  rib(119, 36, 26, 122, 137),
  rib(127, 43, 31, 122, 148),
  rib(136, 48, 36, 122, 159),
  rib(146, 51, 40, 123, 170),
  rib(156, 53, 42, 121, 180),
  rib(166, 54, 43, 116, 189),
  rib(177, 53, 42, 108, 200),
  rib(188, 51, 38, 100, 209),
  rib(200, 46, 28, 94, 216),
];

/** From head to foot, the order in which the arrow keys go. */
export const AREAS: readonly Area[] = [
  {
    site: "skull",
    bones: [
      "M130 8C108 8 100 24 100 38C100 46 103 50 105 55C112 48 122 45.5 130 46.5C138 45.5 148 48 155 55C157 50 160 46 160 38C160 24 152 8 130 8Z",
    ],
    paired: false,
    mark: [130, 24],
  },
  {
    site: "face",
    bones: [
      `M105 55C112 48 122 45.5 130 46.5C138 45.5 148 48 155 55C154 62 150 66 147 71C146 80 140 87.5 130 87.5C120 87.5 114 80 113 71C110 66 106 62 105 55Z${[
        oval(119.5, 57, 6, 4.8),
        oval(140.5, 57, 6, 4.8),
        "M130 61.5L126.6 69Q130 70.6 133.4 69Z",
        "M121 75Q130 77.4 139 75L138.2 79Q130 81.2 121.8 79Z",
      ].join("")}`,
    ],
    paired: false,
    mark: [130, 67],
    reach: oval(130, 66, 20, 20),
  },
  { site: "cervical_vertebra", bones: column(84, 106, 4, 13, 15), paired: false, mark: [130, 96], reach: block(82, 30, 26) },
  {
    site: "scapula",
    bones: ["M88 112C94 110 104 114 108 118C108 134 104 152 98 162C92 152 86 134 84 120Z"],
    paired: true,
    mark: [97, 128],
  },
  {
    site: "vertebra",
    also: ["upper_thoracic_vertebra"],
    bones: [...column(106, 218, 12, 12, 17), ...column(218, 264, 5, 19, 24)],
    paired: false,
    mark: [130, 236],
    reach: block(180, 30, 84),
  },
  {
    site: "ribs_unspecified",
    also: ["ribs_multiple", "rib_single"],
    bones: [],
    lines: RIBS,
    paired: true,
    mark: [84, 178],
    reach: "M122 112C96 106 80 124 76 168L80 214L96 220L122 186Z",
  },
  {
    site: "sternum",
    bones: ["M122 114L138 114L136 128L137 166L130 182L123 166L124 128Z"],
    paired: false,
    mark: [130, 146],
  },
  { site: "clavicle", bones: [long([124, 112], [80, 110], [4, 2.7, 4.2])], paired: true, mark: [102, 110], reach: oval(102, 110, 20, 6) },
  {
    site: "proximal_humerus",
    bones: [`${oval(85, 120, 9.5, 9)}`, long(...HUMERUS, 0, 0.27)],
    paired: true,
    mark: [79, 124],
  },
  { site: "humeral_shaft", also: ["humerus_unspecified"], bones: [long(...HUMERUS, 0.27, 0.84)], paired: true, mark: [71, 168], reach: long(SHOULDER, ELBOW, [12, 12, 12], 0.27, 0.82) },
  {
    site: "elbow",
    bones: [long(...HUMERUS, 0.84, 1), long(...RADIUS, 0, 0.13), long(...ULNA, 0, 0.17)],
    paired: true,
    mark: [62, 212],
    reach: oval(62, 214, 13, 15),
  },
  {
    site: "forearm_shaft",
    also: ["forearm_unspecified"],
    bones: [long(...RADIUS, 0.13, 0.74), long(...ULNA, 0.17, 0.76)],
    paired: true,
    mark: [56, 250],
    reach: long([62, 214], [50, 292], [13, 13, 13], 0.18, 0.74),
  },
  {
    site: "distal_forearm",
    bones: [long(...RADIUS, 0.74, 1), long(...ULNA, 0.76, 1)],
    paired: true,
    mark: [49, 282],
    reach: oval(49, 282, 14, 13),
  },
  { site: "hand", also: ["finger"], bones: hand(WRIST[0], WRIST[1] + 1), paired: true, mark: [47, 316], reach: oval(47, 318, 16, 22) },
  {
    site: "pelvis",
    bones: [
      "M121 262C112 250 88 244 77 260C74 274 84 286 91 290C90 298 96 304 103 306C103 316 107 324 113 326C119 322 123 316 128 312L128 301C120 300 114 297 112 290C116 284 122 276 121 262ZM108 304C113 303 119 305 122 308C119 313 115 317 112 318C109 314 107 309 108 304Z",
    ],
    paired: true,
    mark: [98, 266],
  },
  {
    site: "sacrum",
    bones: ["M118 266L142 266C142 280 137 290 130 300C123 290 118 280 118 266Z"],
    paired: false,
    mark: [130, 278],
  },
  {
    site: "proximal_femur",
    bones: ["M104 286A8 8 0 1 1 103 302C97 304 96 308 96 314L97 322L84 322L81 304C79 296 84 291 90 294C94 293 95 290 98 288Z"],
    paired: true,
    mark: [92, 302],
    reach: oval(94, 304, 17, 18),
  },
  {
    site: "femoral_shaft",
    also: ["subtrochanteric", "femur_unspecified"],
    bones: [long(...FEMUR, 0.2, 0.8)],
    paired: true,
    mark: [97, 350],
    reach: long(HIP, KNEE, [13, 13, 13], 0.22, 0.8),
  },
  { site: "distal_femur", bones: [long(...FEMUR, 0.8, 1)], paired: true, mark: [91, 394] },
  { site: "patella", bones: [oval(104, 402, 5.6, 6.6)], paired: true, mark: [104, 402], reach: oval(104, 401, 8, 9) },
  { site: "proximal_tibia", bones: [long(...TIBIA, 0, 0.16), long(...FIBULA, 0, 0.12)], paired: true, mark: [106, 422] },
  {
    site: "tibia_fibula_shaft",
    bones: [long(...TIBIA, 0.16, 0.84), long(...FIBULA, 0.12, 0.84)],
    paired: true,
    mark: [105, 466],
    reach: long([100, 416], [104, 520], [14, 14, 14], 0.18, 0.84),
  },
  {
    site: "ankle",
    bones: [long(...TIBIA, 0.84, 1), long(...FIBULA, 0.84, 1), oval(107, 522, 7, 4.5)],
    paired: true,
    mark: [106, 514],
    reach: oval(105, 515, 14, 12),
  },
  { site: "foot", also: ["heel", "toe"], bones: foot(107, 526), paired: true, mark: [103, 538], reach: oval(103, 538, 17, 13) },
];
