/** Shapes of bones, drawn from the front; of paired bones the one on the reader's left, which is mirrored. */

type Point = readonly [x: number, y: number];

/** Half widths of a long bone at its upper end, its shaft and its lower end. */
type Widths = readonly [upper: number, shaft: number, lower: number];

function smooth(from: number, to: number, at: number): number {
  const t = Math.min(1, Math.max(0, (at - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

function text(value: number): string {
  return value.toFixed(1);
}

function closed(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${text(x)} ${text(y)}`).join("L")}Z`;
}

const STEPS = 14;

/** A part of a long bone between two points, from one share of its length to another; its outer ends are rounded. */
export function long(top: Point, bottom: Point, widths: Widths, from = 0, to = 1): string {
  const [dx, dy] = [bottom[0] - top[0], bottom[1] - top[1]];
  const length = Math.hypot(dx, dy);
  const [nx, ny] = [-dy / length, dx / length];
  const half = (t: number) => {
    const [upper, shaft, lower] = widths;
    const flared = shaft + (upper - shaft) * (1 - smooth(0, 0.24, t)) + (lower - shaft) * smooth(0.76, 1, t);
    // The ends are rounded off within a share of the length as long as the end is wide.
    const up = Math.min(1, t / Math.min(0.4, (upper * 0.8) / length));
    const down = Math.min(1, (1 - t) / Math.min(0.4, (lower * 0.8) / length));
    return flared * Math.sqrt(1 - (1 - up) ** 2) * Math.sqrt(1 - (1 - down) ** 2);
  };
  const [left, right]: [Point[], Point[]] = [[], []];
  for (let step = 0; step <= STEPS; step += 1) {
    // Closer steps towards the ends, where the outline turns.
    const t = from + (to - from) * (0.5 - 0.5 * Math.cos((Math.PI * step) / STEPS));
    const [x, y, w] = [top[0] + dx * t, top[1] + dy * t, half(t)];
    left.push([x + nx * w, y + ny * w]);
    right.unshift([x - nx * w, y - ny * w]);
  }
  return closed([...left, ...right]);
}

/** A disc or an oval. */
export function oval(x: number, y: number, rx: number, ry = rx): string {
  return `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;
}

/** A vertebra, or another block with rounded corners, about the midline. */
export function block(y: number, width: number, height: number, x = 130): string {
  const r = Math.min(2.4, height / 3);
  const [w, h] = [width - 2 * r, height - 2 * r];
  return `M${text(x - width / 2 + r)} ${text(y)}h${text(w)}q${r} 0 ${r} ${r}v${text(h)}q0 ${r} ${-r} ${r}h${text(-w)}q${-r} 0 ${-r} ${-r}v${text(-h)}q0 ${-r} ${r} ${-r}Z`;
}

/** Blocks below each other, growing from one width to another. */
export function column(from: number, to: number, count: number, first: number, last: number): string[] {
  const step = (to - from) / count;
  return Array.from({ length: count }, (_, at) =>
    block(from + at * step + 0.6, first + ((last - first) * at) / Math.max(1, count - 1), step - 1.2),
  );
}

/** The rays of a hand: a bone of the palm and two or three of the finger each. */
export function hand(x: number, y: number): string[] {
  const rays: { angle: number; bones: number[] }[] = [
    { angle: -14, bones: [15, 9, 7, 5] },
    { angle: -4, bones: [16, 11, 8, 6] },
    { angle: 6, bones: [16, 12, 9, 6] },
    { angle: 16, bones: [15, 11, 8, 6] },
    { angle: 46, bones: [12, 10, 8] },
  ];
  const drawn = [oval(x, y + 4, 8.5, 5.5)];
  rays.forEach(({ angle, bones }, ray) => {
    const turn = ((angle - 4) * Math.PI) / 180;
    const root: Point = [x - 6 + ray * 3.2 + (ray === 4 ? 0.5 : 0), y + (ray === 4 ? 6 : 9)];
    let at = root;
    bones.forEach((length, index) => {
      const next: Point = [at[0] + Math.sin(turn) * length, at[1] + Math.cos(turn) * length];
      const width = 2.1 - index * 0.22;
      drawn.push(long(at, next, [width, width * 0.7, width * 0.9]));
      at = next;
    });
  });
  return drawn;
}

/** A foot from the front: the instep, and five toes. */
export function foot(x: number, y: number): string[] {
  const drawn = [`M${x - 7} ${y}C${x - 10} ${y + 8} ${x - 16} ${y + 12} ${x - 17} ${y + 17}L${x + 6} ${y + 19}C${x + 8} ${y + 12} ${x + 7} ${y + 6} ${x + 6} ${y}Z`];
  for (let toe = 0; toe < 5; toe += 1) {
    const width = 1.9 + toe * 0.32;
    drawn.push(oval(x - 15 + toe * 4.7, y + 20.5 + toe * 0.5, width, 3.4 + toe * 0.25));
  }
  return drawn;
}

/** A rib: from the spine outwards, down, and forwards to where its front end is. */
export function rib(y: number, reach: number, drop: number, endX: number, endY: number): string {
  const side = 130 - reach;
  return `M125 ${y}C${side + reach * 0.35} ${y - 7} ${side} ${y - 1} ${side} ${y + drop * 0.55}C${side} ${y + drop} ${text(side + (endX - side) * 0.5)} ${text(endY + 3)} ${endX} ${endY}`;
}
