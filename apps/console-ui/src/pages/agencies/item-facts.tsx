import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CaseDetail, type ClockOfProcedure, type Instant } from '@lienthong/contracts';
import { usePlaces } from '../../api/places';
import { type Fact, Facts } from '../../components/facts';
import { formatLeft } from '../../format/durations';
import { formatInstant } from '../../format/instants';
import { speaks } from '../../i18n/i18n';
import { type WorkItem } from './work-items';

interface ItemFactsProps {
  readonly item: WorkItem;
  /** Of the case, where they are known: what is left in office hours. */
  readonly clocks: CaseDetail['clocks'];
}

/** What the agency wrote on the file's cover. */
export function ItemFacts({ item, clocks }: ItemFactsProps) {
  const { t } = useTranslation('agencies');
  const { name } = usePlaces();
  const clock = clocks.find(({ agency }) => agency === item.agency);
  const fact = (key: string, value: Fact['value'] | undefined): readonly Fact[] =>
    value === undefined ? [] : [{ label: t(`item.${key}`), value }];
  return (
    <Facts
      columns={3}
      facts={[
        ...fact('dueAt', item.dueAt && <Due at={item.dueAt} clock={clock} />),
        ...fact('decidedAt', item.decidedAt && formatInstant(item.decidedAt)),
        ...fact('localNumber', item.localNumber),
        { label: t('office'), value: name(item.office) },
        ...fact('receivedAt', formatInstant(item.receivedAt)),
        ...fact('startedAt', formatInstant(item.startedAt)),
        ...fact('attempt', item.attempt),
        ...fact('officer', item.officer),
        ...fact('reason', item.reason?.[speaks()]),
        ...fact('note', item.note && JSON.stringify(item.note)),
      ]}
    />
  );
}

function Due({ at, clock }: { readonly at: Instant; readonly clock: ClockOfProcedure | undefined }) {
  const left = clock?.workingMsLeft;
  return (
    <>
      {formatInstant(at)}
      {left !== undefined && (
        <Text span inherit fw={600} display="block">
          {formatLeft(left, clock?.overdue)}
        </Text>
      )}
    </>
  );
}
