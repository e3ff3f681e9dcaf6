import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './cases.module.css';
import { type CaseAddress } from './use-case-address';

const COLUMNS = ['number', 'status', 'place', 'submittedAt', 'appointment', 'agencies', 'updatedAt'] as const;
const SORTED = ['submittedAt', 'appointment', 'updatedAt'] as const;
type Sorted = (typeof SORTED)[number];

/** Heads of the columns; those that can be sorted by are buttons. */
export function CaseHead({ address }: { readonly address: CaseAddress }) {
  const { t } = useTranslation('cases');
  return (
    <div role="rowgroup" className={classes['head']}>
      <div role="row" aria-rowindex={1} className={classes['line']} style={{ minHeight: 40 }}>
        {COLUMNS.map((column) => {
          const sorted = SORTED.find((each) => each === column);
          const label = t(`column.${column}`);
          return (
            <div
              key={column}
              role="columnheader"
              className={column === 'updatedAt' ? classes['wide'] : undefined}
              {...(sorted && { 'aria-sort': direction(sorted, address.sort) })}
            >
              {sorted ? <SortHead column={sorted} label={label} address={address} /> : label}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface SortHeadProps {
  readonly column: Sorted;
  readonly label: string;
  readonly address: CaseAddress;
}

function SortHead({ column, label, address }: SortHeadProps) {
  const order = direction(column, address.sort);
  const Icon = { ascending: IconArrowUp, descending: IconArrowDown, none: IconSelector }[order];
  return (
    <button
      type="button"
      className={classes['sort']}
      onClick={() =>
        address.order(order === 'ascending' ? `-${column}` : order === 'none' ? first(column) : column)
      }
    >
      {label}
      <Icon size={14} aria-hidden />
    </button>
  );
}

/** What one most often wants to see of a column first: the nearest appointment, the newest of everything else. */
function first(column: Sorted): Sorted | `-${Sorted}` {
  return column === 'appointment' ? column : `-${column}`;
}

function direction(column: Sorted, sort: string): 'ascending' | 'descending' | 'none' {
  if (sort === column) return 'ascending';
  return sort === `-${column}` ? 'descending' : 'none';
}
