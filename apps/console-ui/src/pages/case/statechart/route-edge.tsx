import { BaseEdge, EdgeLabelRenderer, type Edge, type EdgeProps } from '@xyflow/react';
import { type RoutedArrow } from './layout';
import { pathThrough } from './path-through';
import styles from './statechart.module.css';

export type RouteEdgeType = Edge<{ readonly route: RoutedArrow }, 'route'>;

/** A transition along the way that the layout found for it, with its events beside it. */
export function RouteEdge({ id, data, markerEnd }: EdgeProps<RouteEdgeType>) {
  if (!data) return null;
  const { points, label, lines, arrow } = data.route;
  return (
    <>
      <BaseEdge
        id={id}
        path={pathThrough(points)}
        className={arrow.taken ? styles['taken'] : styles['arrow']}
        {...(markerEnd !== undefined && { markerEnd })}
      />
      {label && (
        <EdgeLabelRenderer>
          <div
            className={arrow.taken ? styles['labelTaken'] : styles['label']}
            style={{
              transform: `translate(${label.x}px, ${label.y}px)`,
              width: label.width,
              height: label.height,
            }}
          >
            {lines.map((line) => (
              <div key={line}>{line}</div>
            ))}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
}
