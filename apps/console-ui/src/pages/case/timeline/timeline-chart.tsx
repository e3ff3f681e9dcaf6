import { Box, ScrollArea, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseDetail, PROCEDURE_NAMES } from '@lienthong/contracts';
import { Panel } from '../../../components/panel';
import { formatElapsed, formatWorking } from '../../../format/durations';
import { formatDay, formatInstant, formatTime } from '../../../format/instants';
import { speaks } from '../../../i18n/i18n';
import { useSession } from '../../../session/session';
import { useCalendar } from '../../../api/calendar';
import { type Lane, lanesOf, sumsOf } from './lanes';
import { TimelineLegend } from './legend';
import { Mark, SegmentBar } from './marks';
import { closedSpans, type Range, rangeOf, shareOf, ticksOf } from './scale';
import { type SpecialSpan, specialSpans } from './special-days';
import { SpecialDaysRow } from './special-days-row';
import styles from './timeline.module.css';

/** Who held each procedure from when to when, on one axis, to scale. */
export function TimelineChart({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('case');
  const { clock } = useSession();
  const open = detail.case.finishedAt === undefined;
  const now = open ? Date.parse(clock.now) : undefined;
  const { lanes, appointment, instants } = useMemo(() => lanesOf(detail, now), [detail, now]);
  const range = useMemo(() => rangeOf(instants), [instants]);
  const calendar = useCalendar();
  const closed = useMemo(() => closedSpans(range, calendar), [range, calendar]);
  const special = useMemo(() => specialSpans(range, calendar), [range, calendar]);
  const { total } = detail.processingTime;
  return (
    <Panel title={t('timeline.title')}>
      <ScrollArea
        type="auto"
        offsetScrollbars="x"
        viewportProps={{ tabIndex: 0, 'aria-label': t('timeline.title') }}
      >
        <div className={styles['chart']}>
          <Axis range={range} />
          <SpecialDaysRow spans={special} range={range} />
          {lanes.map((lane) => (
            <LaneRow key={lane.procedure} {...{ lane, range, closed, special, appointment, now }} />
          ))}
        </div>
      </ScrollArea>
      <TimelineLegend open={open} holidays={special.some(({ kind }) => kind === 'off')} />
      <Text size="sm">
        {t('timeline.total', {
          calendar: formatElapsed(total.calendarMs),
          working: formatWorking(total.workingMs),
        })}
        {total.pausedMs > 0 && ` · ${t('timeline.pausedTotal', { duration: formatElapsed(total.pausedMs) })}`}
      </Text>
    </Panel>
  );
}

function Axis({ range }: { readonly range: Range }) {
  const ticks = ticksOf(range);
  const days = ticks.length > 1 && (ticks[1] ?? 0) - (ticks[0] ?? 0) >= 86_400_000;
  return (
    <div className={`${styles['row']} ${styles['axis']}`} aria-hidden>
      <span />
      <div className={styles['track']}>
        {ticks.map((tick) => (
          <span key={tick} className={styles['tickLabel']} style={{ left: percent(shareOf(range, tick)) }}>
            {days ? formatDay(tick).slice(0, 5) : `${formatTime(tick)} ${formatDay(tick).slice(0, 5)}`}
          </span>
        ))}
      </div>
    </div>
  );
}

interface LaneRowProps {
  readonly lane: Lane;
  readonly range: Range;
  readonly closed: readonly Range[];
  readonly special: readonly SpecialSpan[];
  readonly appointment: number;
  readonly now: number | undefined;
}

function LaneRow({ lane, range, closed, special, appointment, now }: LaneRowProps) {
  const { t } = useTranslation('case');
  const { segments, procedure, dueAt } = lane;
  const sums = sumsOf(segments).map(([kind, ms]) => `${t(`timeline.kind.${kind}`)} ${formatElapsed(ms)}`);
  return (
    <div className={styles['row']} role="group" aria-label={PROCEDURE_NAMES[procedure][speaks()]}>
      <div className={styles['name']}>
        {PROCEDURE_NAMES[procedure][speaks()]}
        <Text size="xs" c="dimmed">
          {sums.length > 0 ? sums.join(' · ') : t('common:status.not-started')}
        </Text>
      </div>
      <div className={styles['track']}>
        <Background range={range} closed={closed} special={special} />
        {segments.map((segment) => (
          <SegmentBar key={`${segment.kind}${segment.from}`} segment={segment} range={range} />
        ))}
        {dueAt !== undefined && (
          <Mark look="due" at={dueAt} range={range} label={t('timeline.due', { at: formatInstant(dueAt) })} />
        )}
        <Mark
          look="appointment"
          at={appointment}
          range={range}
          label={t('timeline.appointment', { at: formatInstant(appointment) })}
        />
        {now !== undefined && <Mark look="now" at={now} range={range} label={t('timeline.now')} />}
      </div>
    </div>
  );
}

function Background({ range, closed, special }: Pick<LaneRowProps, 'range' | 'closed' | 'special'>) {
  const place = ({ from, to }: Range) => ({
    left: percent(shareOf(range, from)),
    width: percent(shareOf(range, to) - shareOf(range, from)),
  });
  return (
    <Box aria-hidden>
      {closed.map((span) => (
        <span key={span.from} className={styles['closed']} style={place(span)} />
      ))}
      {special.map((span) =>
        span.kind === 'off' ? (
          <span key={`off${span.from}`} className={styles['holiday']} style={place(span)} />
        ) : null,
      )}
      {ticksOf(range).map((tick) => (
        <span key={tick} className={styles['tick']} style={{ left: percent(shareOf(range, tick)) }} />
      ))}
    </Box>
  );
}

function percent(share: number): string {
  return `${share * 100}%`;
}
