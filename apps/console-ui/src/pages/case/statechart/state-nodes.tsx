import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconMapPinFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type PlacedState } from './layout';
import styles from './statechart.module.css';
import { wordingOf } from './wording';

interface StateData extends Record<string, unknown> {
  readonly placed: PlacedState;
  readonly onFold: (state: string) => void;
}

export type StateNodeType = Node<StateData, PlacedState['shape']>;

/** Where arrows end; the layout decides where that is, so it is not to be seen. */
function Ends() {
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} className={styles['end'] ?? ''} />
      <Handle type="source" position={Position.Right} isConnectable={false} className={styles['end'] ?? ''} />
    </>
  );
}

function BoxNode({ data: { placed } }: NodeProps<StateNodeType>) {
  const { t } = useTranslation('case');
  const wording = wordingOf(t);
  const { active, steps, state } = placed;
  const look = [
    styles['box'],
    state.kind === 'final' && styles['final'],
    steps.length > 0 && styles['visited'],
    active && styles['active'],
  ];
  return (
    <div className={look.filter(Boolean).join(' ')}>
      <Ends />
      <div className={styles['name']}>
        {steps.length > 0 && <span className={styles['step']}>{steps.join(', ')}</span>}
        {active && <IconMapPinFilled size={13} aria-label={t('chart.active')} />}
        <span>{wording.stateLabel(placed)}</span>
      </div>
      {wording.stateLines(placed).map((line) => (
        <div key={line} className={styles['line']}>
          {line}
        </div>
      ))}
    </div>
  );
}

function ChoiceNode({ data: { placed } }: NodeProps<StateNodeType>) {
  const { t } = useTranslation('case');
  const label = wordingOf(t).stateLabel(placed);
  return (
    <div className={styles['choice']} title={label}>
      <Ends />
      <span className={styles['diamond']} role="img" aria-label={label} />
    </div>
  );
}

function PartNode({ data: { placed, onFold } }: NodeProps<StateNodeType>) {
  const { t } = useTranslation('case');
  const open = placed.shape === 'container';
  const label = wordingOf(t).stateLabel(placed);
  const look = [
    styles['part'],
    !open && styles['folded'],
    placed.state.kind === 'parallel' && styles['parallel'],
    placed.active && styles['activePart'],
  ];
  const Icon = open ? IconChevronDown : IconChevronRight;
  return (
    <div className={look.filter(Boolean).join(' ')}>
      <Ends />
      <UnstyledButton
        className={`nopan ${styles['heading']}`}
        aria-expanded={open}
        title={t(open ? 'chart.fold' : 'chart.unfold')}
        onClick={() => onFold(placed.state.id)}
      >
        <Icon size={16} aria-hidden />
        <span>{label}</span>
        {placed.state.kind === 'parallel' && <span className={styles['note']}>{t('chart.parallel')}</span>}
      </UnstyledButton>
    </div>
  );
}

export const STATE_NODES = { box: BoxNode, choice: ChoiceNode, container: PartNode, folded: PartNode };
