import { Box, SimpleGrid, Text } from '@mantine/core';
import { type ReactNode } from 'react';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

interface FactsProps {
  readonly facts: readonly Fact[];
  /** Of them side by side where there is room. */
  readonly columns?: number;
}

/** Names and values, e.g. of a dossier. */
export function Facts({ facts, columns = 2 }: FactsProps) {
  return (
    <SimpleGrid
      component="dl"
      m={0}
      cols={{ base: Math.min(2, columns), xs: columns }}
      spacing="md"
      verticalSpacing="xs"
    >
      {facts.map(({ label, value }) => (
        <Box key={label} miw={0}>
          <Text component="dt" size="xs" c="dimmed">
            {label}
          </Text>
          <Text component="dd" m={0} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Text>
        </Box>
      ))}
    </SimpleGrid>
  );
}
