import { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk-api';
import { type Arrow, type Diagram, type DiagramState } from './diagram';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A state with its place: px, from the upper left corner of the part it lies in. */
export interface PlacedState extends DiagramState, Point {
  readonly width: number;
  readonly height: number;
}

/** An arrow with its way and its label's place: px, from the upper left corner of the diagram. */
export interface RoutedArrow {
  readonly arrow: Arrow;
  readonly lines: readonly string[];
  readonly points: readonly Point[];
  readonly label?: Point & { readonly width: number; readonly height: number };
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly states: readonly PlacedState[];
  readonly arrows: readonly RoutedArrow[];
}

/** How the texts of a diagram read, in the language on screen. */
export interface Wording {
  stateLabel(state: DiagramState): string;
  /** What stands in a box beneath its label. */
  stateLines(state: DiagramState): readonly string[];
  arrowLines(arrow: Arrow): readonly string[];
}

const LINE = 15;
const LETTER = 6.6;
const BOX = 42;
const CHOICE = 18;
/** Room above the states of a part for its name. */
const HEADING = 40;

const LAYERED = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.spacing.nodeNodeBetweenLayers': '20',
  'elk.spacing.nodeNode': '18',
  'elk.spacing.edgeNode': '10',
  'elk.spacing.edgeEdge': '10',
  'elk.layered.spacing.edgeNodeBetweenLayers': '10',
  'elk.spacing.edgeLabel': '4',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  // What leads back leads upwards: the order of the machine is the order of a case's way.
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
};

/**
 * Places a diagram: parts below one another, what is inside a part from left to right, regions that run in parallel side by
 * side and each from above. Loads the layout engine (ELK, about
 * 1.5 MB) when it is first needed and runs it on the page's own thread, since a worker would need a wider content policy.
 */
export async function layOut(diagram: Diagram, wording: Wording): Promise<Layout> {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  const placed = await new Elk().layout(graphOf(diagram, wording));
  return {
    width: placed.width ?? 0,
    height: placed.height ?? 0,
    states: placedStates(placed, new Map(diagram.states.map((state) => [state.state.id, state]))),
    arrows: routedArrows(placed, new Map(diagram.arrows.map((arrow) => [arrow.key, arrow])), wording),
  };
}

function graphOf(diagram: Diagram, wording: Wording): ElkNode {
  const kinds = new Map(diagram.states.map(({ state }) => [state.id, state.kind]));
  const isRegion = ({ state: { parent = '' } }: DiagramState): boolean => kinds.get(parent) === 'parallel';
  const holdsParts = (id: string): boolean =>
    diagram.states.some(({ state, shape }) => state.parent === id && shape === 'container');
  const inside = (parent: string): Pick<ElkNode, 'children' | 'edges'> => ({
    children: diagram.states.filter(({ state }) => state.parent === parent).map(node),
    edges: diagram.arrows
      .filter(({ from }) => parentOf(from) === parent)
      .map((arrow) => edge(arrow, wording)),
  });
  const node = (state: DiagramState): ElkNode => {
    const { id, kind } = state.state;
    if (state.shape !== 'container') return { id, ...sizeOf(state, wording) };
    return {
      id,
      ...inside(id),
      layoutOptions: {
        ...LAYERED,
        'elk.direction': isRegion(state) || holdsParts(id) ? 'DOWN' : 'RIGHT',
        // The regions of a parallel state have nothing between them: one layer, side by side.
        ...(kind === 'parallel' && { 'elk.separateConnectedComponents': 'false' }),
        'elk.padding': `[top=${HEADING},left=14,bottom=14,right=14]`,
        'elk.nodeSize.constraints': 'MINIMUM_SIZE',
        'elk.nodeSize.minimum': `(${widthOf([wording.stateLabel(state)]) + 90},60)`,
      },
    };
  };
  return {
    id: 'root',
    ...inside(''),
    layoutOptions: { ...LAYERED, 'elk.direction': 'DOWN', 'elk.padding': '[top=4,left=4,bottom=4,right=4]' },
  };
}

function edge(arrow: Arrow, wording: Wording): ElkExtendedEdge {
  const lines = wording.arrowLines(arrow);
  return {
    id: arrow.key,
    sources: [arrow.from],
    targets: [arrow.to],
    ...(lines.length > 0 && {
      labels: [{ text: lines.join('\n'), width: widthOf(lines, 6), height: lines.length * LINE }],
    }),
  };
}

function sizeOf(state: DiagramState, wording: Wording): { readonly width: number; readonly height: number } {
  if (state.shape === 'choice') return { width: CHOICE, height: CHOICE };
  const lines = wording.stateLines(state);
  const fold = state.shape === 'folded' ? 40 : 0;
  const width = Math.max(widthOf([wording.stateLabel(state)], 7.2) + 40, widthOf(lines, 6) + 24, 104) + fold;
  return { width, height: BOX + lines.length * LINE };
}

function widthOf(lines: readonly string[], letter = LETTER): number {
  return Math.ceil(Math.max(0, ...lines.map((line) => line.length)) * letter);
}

function parentOf(id: string): string {
  return id.split('.').slice(0, -1).join('.');
}

function* nodesWithin(
  node: ElkNode,
  origin: Point,
): Iterable<{ readonly node: ElkNode; readonly origin: Point }> {
  yield { node, origin };
  for (const child of node.children ?? [])
    yield* nodesWithin(child, { x: origin.x + (child.x ?? 0), y: origin.y + (child.y ?? 0) });
}

function placedStates(root: ElkNode, states: ReadonlyMap<string, DiagramState>): readonly PlacedState[] {
  return [...nodesWithin(root, { x: 0, y: 0 })].flatMap(({ node }) => {
    const state = states.get(node.id);
    if (!state) return [];
    return { ...state, x: node.x ?? 0, y: node.y ?? 0, width: node.width ?? 0, height: node.height ?? 0 };
  });
}

function routedArrows(
  root: ElkNode,
  arrows: ReadonlyMap<string, Arrow>,
  wording: Wording,
): readonly RoutedArrow[] {
  return [...nodesWithin(root, { x: 0, y: 0 })].flatMap(({ node, origin }) =>
    (node.edges ?? []).flatMap((routed) => {
      const arrow = arrows.get(routed.id);
      const section = routed.sections?.[0];
      if (!arrow || !section) return [];
      const label = routed.labels?.[0];
      const moved = ({ x, y }: Point): Point => ({ x: x + origin.x, y: y + origin.y });
      return {
        arrow,
        lines: wording.arrowLines(arrow),
        points: [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(moved),
        ...(label && {
          label: {
            ...moved({ x: label.x ?? 0, y: label.y ?? 0 }),
            width: label.width ?? 0,
            height: label.height ?? 0,
          },
        }),
      };
    }),
  );
}
