/** Text that warns, legible (AA) on every surface in both appearances. */
export const LATE_TEXT = 'light-dark(var(--mantine-color-red-9), var(--mantine-color-red-4))';
