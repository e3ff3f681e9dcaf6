import { Badge, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type MachineState, type MachineView } from '@lienthong/contracts';
import { formatInstant } from '../../../format/instants';
import { speaks } from '../../../i18n/i18n';
import { isLeaf, type Walk } from './walk';
import styles from './statechart.module.css';
import { labelText } from './wording';

interface StateListProps {
  readonly machine: MachineView;
  readonly walk: Walk;
  readonly active: readonly string[];
}

/** The statechart as nested lists: everything that the drawing says, for screen readers and small screens. */
export function StateList(props: StateListProps) {
  return <Level {...props} parent="" />;
}

function Level({ parent, ...props }: StateListProps & { readonly parent: string }) {
  const children = props.machine.states.filter((state) => state.parent === parent);
  if (children.length === 0) return null;
  return (
    <List
      listStyleType="none"
      spacing={6}
      size="sm"
      {...(parent !== '' && { pl: 'md', ml: 4, mt: 6, className: styles['level'] ?? '' })}
    >
      {children.map((state) => (
        <List.Item key={state.id} styles={{ itemWrapper: { display: 'block' } }}>
          <State {...props} state={state} />
          <Level {...props} parent={state.id} />
        </List.Item>
      ))}
    </List>
  );
}

function State({ machine, walk, active, state }: StateListProps & { readonly state: MachineState }) {
  const { t } = useTranslation('case');
  const steps = walk.steps.get(state.id);
  const at = walk.enteredAt.get(state.id);
  const here = active.includes(state.id);
  return (
    <>
      <Text
        component="span"
        size="sm"
        fw={here || !isLeaf(state) ? 600 : 400}
        c={steps || here || !isLeaf(state) ? 'inherit' : 'dimmed'}
      >
        {state.label[speaks()]}
      </Text>
      {here && (
        <Badge ml="xs" size="sm" radius="sm" tt="none" color="jade.8" variant="filled">
          {t('chart.active')}
        </Badge>
      )}
      {steps && (
        <Text component="span" size="xs" c="dimmed" ml="xs">
          {t('chart.steps', { steps: steps.join(', ') })}
          {at !== undefined && ` · ${formatInstant(at)}`}
        </Text>
      )}
      {isLeaf(state) && <Ways machine={machine} state={state.id} />}
    </>
  );
}

function Ways({ machine, state }: { readonly machine: MachineView; readonly state: string }) {
  const { t } = useTranslation('case');
  const label = (id: string): string => machine.states.find((one) => one.id === id)?.label[speaks()] ?? id;
  const ways = machine.transitions.filter(({ from, to }) => from === state && to !== state);
  if (ways.length === 0) return null;
  return (
    <Text size="xs" c="dimmed">
      {ways.map((way) => `${labelText(t, way) || t('chart.else')} → ${label(way.to)}`).join('; ')}
    </Text>
  );
}
