import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../format/instants';
import { speaks } from '../../../i18n/i18n';
import { holidayName } from './holiday-name';
import { type Range, shareOf } from './scale';
import { type SpecialSpan } from './special-days';
import styles from './timeline.module.css';

const SHOWN_ON = { hover: true, focus: true, touch: true };
/** Of the axis: a name in less is no name. */
const ROOM_FOR_NAME = 0.1;

interface SpecialDaysRowProps {
  readonly spans: readonly SpecialSpan[];
  readonly range: Range;
}

/** Holidays by name, and Saturdays that are worked, above the procedures. */
export function SpecialDaysRow({ spans, range }: SpecialDaysRowProps) {
  const { t } = useTranslation('case');
  if (spans.length === 0) return null;
  const title = t(spans.some(({ kind }) => kind === 'off') ? 'timeline.days.title' : 'timeline.days.worked');
  return (
    <div className={`${styles['row']} ${styles['days']}`} role="group" aria-label={title}>
      <div className={styles['daysName']}>{title}</div>
      <div className={styles['track']}>
        {spans.map((span) => (
          <SpecialDay key={span.from} span={span} range={range} />
        ))}
      </div>
    </div>
  );
}

function SpecialDay({ span, range }: { readonly span: SpecialSpan; readonly range: Range }) {
  const { t } = useTranslation('case');
  const { kind, name, first, last, provisional } = span;
  const left = shareOf(range, span.from);
  const width = shareOf(range, span.to) - left;
  const title = kind === 'worked' ? t('timeline.days.worked') : holidayName(name ?? '', speaks());
  const days = first === last ? formatDay(first) : `${formatDay(first)} – ${formatDay(last)}`;
  const label = `${title}: ${days}${provisional ? ` (${t('timeline.days.provisional')})` : ''}`;
  return (
    <Tooltip label={label} events={SHOWN_ON}>
      <span
        role="img"
        tabIndex={0}
        aria-label={label}
        className={`${styles['day']} ${styles[kind]}`}
        style={{ left: `${left * 100}%`, width: `${width * 100}%` }}
      >
        {width >= ROOM_FOR_NAME && title}
      </span>
    </Tooltip>
  );
}
