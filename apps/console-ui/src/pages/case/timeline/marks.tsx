import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatElapsed } from '../../../format/durations';
import { formatInstant } from '../../../format/instants';
import { type LaneSegment } from './lanes';
import { type Range, shareOf } from './scale';
import styles from './timeline.module.css';

const SHOWN_ON = { hover: true, focus: true, touch: true };

/** Who held a procedure for a while; says so on hover and focus. */
export function SegmentBar({ segment, range }: { readonly segment: LaneSegment; readonly range: Range }) {
  const { t } = useTranslation('case');
  const { kind, from, to } = segment;
  const label = t('timeline.segment', {
    kind: t(`timeline.kind.${kind}`),
    duration: formatElapsed(to - from),
    from: formatInstant(from),
    to: formatInstant(to),
  });
  const left = shareOf(range, from);
  return (
    <Tooltip label={label} events={SHOWN_ON}>
      <span
        role="img"
        tabIndex={0}
        className={`${styles['segment']} ${styles[kind]}`}
        style={{ left: `${left * 100}%`, width: `${(shareOf(range, to) - left) * 100}%` }}
        aria-label={label}
      />
    </Tooltip>
  );
}

interface MarkProps {
  readonly look: 'due' | 'appointment' | 'now';
  /** Epoch ms. */
  readonly at: number;
  readonly range: Range;
  readonly label: string;
}

/** An instant that matters: a limit, the appointment, the present. */
export function Mark({ look, at, range, label }: MarkProps) {
  return (
    <Tooltip label={label} events={SHOWN_ON}>
      <span
        className={`${styles['mark']} ${styles[look]}`}
        style={{ left: `${shareOf(range, at) * 100}%` }}
        role="img"
        aria-label={label}
      />
    </Tooltip>
  );
}
