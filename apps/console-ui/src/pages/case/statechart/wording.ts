import { type TFunction } from 'i18next';
import { speaks } from '../../../i18n/i18n';
import { formatDay, formatTime } from '../../../format/instants';
import { type Arrow } from './diagram';
import { type Wording } from './layout';

/** The diagram's texts. @param t of the namespace `case` */
export function wordingOf(t: TFunction): Wording {
  return {
    stateLabel: ({ state }) => state.label[speaks()],
    stateLines: ({ enteredAt, internal, shape }) => [
      ...(enteredAt !== undefined && shape === 'box'
        ? [`${formatTime(enteredAt)} ${formatDay(enteredAt)}`]
        : []),
      ...internal.map((label) => `↻ ${labelText(t, label)}`),
    ],
    arrowLines: ({ labels }) => labels.map((label) => labelText(t, label)).filter((text) => text !== ''),
  };
}

/** An event and its condition in words: `residency.approved` is `duyệt`, `chosen(residency)` `được chọn`. */
export function labelText(t: TFunction, { event, guard }: Arrow['labels'][number]): string {
  const condition = guard === undefined ? '' : guardText(t, guard);
  if (event === '') return condition;
  if (event === 'done') return condition;
  return eventText(t, event);
}

function eventText(t: TFunction, event: string): string {
  const signal = event.slice(event.lastIndexOf('.') + 1);
  return t(`chart.event.${signal}`, { defaultValue: event });
}

function guardText(t: TFunction, guard: string): string {
  const [, name = guard, given = ''] = /^([^(]*)(?:\((.*)\))?$/.exec(guard) ?? [];
  return t([`chart.guard.${name}-${given}`, `chart.guard.${name}`], { defaultValue: guard });
}
