import { type Point } from './layout';

const RADIUS = 6;

/** An SVG path through points of horizontal and vertical pieces, with rounded corners. */
export function pathThrough(points: readonly Point[]): string {
  const [start, ...rest] = points;
  if (!start) return '';
  return rest.reduce((path, point, i) => {
    const next = rest[i + 1];
    if (!next) return `${path} L ${point.x} ${point.y}`;
    const before = i === 0 ? start : (rest[i - 1] ?? start);
    const from = towards(point, before);
    const to = towards(point, next);
    return `${path} L ${from.x} ${from.y} Q ${point.x} ${point.y} ${to.x} ${to.y}`;
  }, `M ${start.x} ${start.y}`);
}

/** The point on the way from `corner` to `other`, a radius away or half the way. */
function towards(corner: Point, other: Point): Point {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y);
  if (length === 0) return corner;
  const share = Math.min(RADIUS, length / 2) / length;
  return { x: corner.x + (other.x - corner.x) * share, y: corner.y + (other.y - corner.y) * share };
}
