import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './indicators.module.css';

interface SortHeadProps {
  readonly text: string;
  readonly numeric: boolean;
  readonly direction: 'ascending' | 'descending' | undefined;
  readonly onSort: () => void;
}

/** A column's head that sorts by it. */
export function SortHead({ text, numeric, direction, onSort }: SortHeadProps) {
  const { t } = useTranslation('indicators');
  const Arrow = direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <Table.Th
      {...(numeric && { className: classes['number'] ?? '' })}
      {...(direction && { 'aria-sort': direction })}
    >
      <UnstyledButton
        className={classes['head'] ?? ''}
        fz="sm"
        onClick={onSort}
        title={t('sort', { column: text })}
      >
        {text}
        {direction && <Arrow size={14} aria-hidden />}
      </UnstyledButton>
    </Table.Th>
  );
}
