/** Colours by their role: style sheet variables, so that one drawing serves light, dark and print. */
export const PALETTE = {
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  line: 'var(--line)',
  birth: 'var(--c1)',
  death: 'var(--c2)',
  third: 'var(--c3)',
  fourth: 'var(--c4)',
  limit: 'var(--limit)',
} as const;

export type Colour = (typeof PALETTE)[keyof typeof PALETTE];
