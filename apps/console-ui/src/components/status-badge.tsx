import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CaseStatus, type ProcedureStatus } from '@lienthong/contracts';

type Status = CaseStatus | ProcedureStatus;

/** One colour a status, the same on every page and in every chart. */
export const STATUS_COLORS: Readonly<Record<Status, string>> = {
  submitted: 'gray',
  'not-started': 'gray',
  'in-progress': 'blue',
  'awaiting-supplement': 'orange',
  completed: 'green',
  'partially-completed': 'teal',
  refused: 'red',
  withdrawn: 'grape',
  stopped: 'pink',
  cancelled: 'dark',
};

/** Trạng thái of a case or of one of its procedures. */
export function StatusBadge({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  const color = STATUS_COLORS[status];
  return (
    <Badge color={color} variant="light" radius="sm" tt="none" fw={600} c={textOn(color)}>
      {t(`status.${status}`)}
    </Badge>
  );
}

/** Dark or light enough to be read on the light variant of a colour: AA in both appearances. */
export function textOn(color: string): string {
  const dark = `color-mix(in srgb, var(--mantine-color-${color}-9), black 30%)`;
  return `light-dark(${dark}, var(--mantine-color-${color}-1))`;
}
