import '@xyflow/react/dist/base.css';
import { ActionIcon, Group } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { MarkerType, Panel, ReactFlow, ReactFlowProvider, useReactFlow, type Viewport } from '@xyflow/react';
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Layout } from './layout';
import { RouteEdge, type RouteEdgeType } from './route-edge';
import { STATE_NODES, type StateNodeType } from './state-nodes';
import styles from './statechart.module.css';

interface CanvasProps {
  readonly layout: Layout;
  readonly onFold: (state: string) => void;
  readonly label: string;
}

const EDGES = { route: RouteEdge };
/** px around the diagram. */
const MARGIN = 12;
const READABLE = 0.66;

/** The statechart to look at: moved by dragging, zoomed by its buttons, as high as it needs to be read at full width. */
export function Canvas(props: CanvasProps) {
  const { ref, width } = useElementSize();
  const zoom = zoomOf(props.layout, width);
  const height = props.layout.height * zoom + 2 * MARGIN;
  return (
    <div ref={ref} className={styles['canvas']} style={{ height }} role="group" aria-label={props.label}>
      <ReactFlowProvider>{width > 0 && <Flow {...props} width={width} />}</ReactFlowProvider>
    </div>
  );
}

/** As large as the width allows: not larger than drawn, and not too small to be read; what is wider is dragged. */
function zoomOf(layout: Layout, width: number): number {
  return Math.min(1, Math.max(READABLE, (width - 2 * MARGIN) / Math.max(1, layout.width)));
}

function whole(layout: Layout, width: number): Viewport {
  const zoom = zoomOf(layout, width);
  return { x: Math.max(MARGIN, (width - layout.width * zoom) / 2), y: MARGIN, zoom };
}

type FlowProps = CanvasProps & { readonly width: number };

function Flow({ layout, onFold, width }: FlowProps) {
  const { setViewport } = useReactFlow();
  const nodes = useMemo(() => nodesOf(layout, onFold), [layout, onFold]);
  const edges = useMemo(() => edgesOf(layout), [layout]);
  const fit = useCallback(() => void setViewport(whole(layout, width)), [setViewport, layout, width]);
  useEffect(fit, [fit]);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={STATE_NODES}
      edgeTypes={EDGES}
      defaultViewport={whole(layout, width)}
      minZoom={0.2}
      maxZoom={2}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      zoomOnScroll={false}
      zoomOnDoubleClick={false}
      preventScrolling={false}
    >
      <Controls onFit={fit} />
    </ReactFlow>
  );
}

function Controls({ onFit }: { readonly onFit: () => void }) {
  const { t } = useTranslation('case');
  const { zoomIn, zoomOut } = useReactFlow();
  return (
    <Panel position="bottom-left">
      <Group gap={4}>
        <ActionIcon variant="default" aria-label={t('chart.zoomIn')} onClick={() => void zoomIn()}>
          <IconPlus size={16} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t('chart.zoomOut')} onClick={() => void zoomOut()}>
          <IconMinus size={16} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t('chart.fit')} onClick={onFit}>
          <IconFocusCentered size={16} />
        </ActionIcon>
      </Group>
    </Panel>
  );
}

function nodesOf({ states }: Layout, onFold: (state: string) => void): StateNodeType[] {
  return states.map((placed) => ({
    id: placed.state.id,
    type: placed.shape,
    position: { x: placed.x, y: placed.y },
    width: placed.width,
    height: placed.height,
    ...(placed.state.parent !== undefined && placed.state.parent !== '' && { parentId: placed.state.parent }),
    data: { placed, onFold },
  }));
}

function edgesOf({ arrows }: Layout): RouteEdgeType[] {
  return arrows.map((route) => ({
    id: route.arrow.key,
    type: 'route',
    source: route.arrow.from,
    target: route.arrow.to,
    zIndex: route.arrow.taken ? 20 : 10,
    markerEnd: {
      type: MarkerType.ArrowClosed,
      width: 14,
      height: 14,
      markerUnits: 'userSpaceOnUse',
      color: route.arrow.taken ? 'var(--chart-taken)' : 'var(--chart-line)',
    },
    data: { route },
  }));
}
