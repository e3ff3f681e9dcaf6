import { createTheme, DrawerHeader, type MantineColorsTuple, ModalHeader, ModalTitle } from '@mantine/core';
import i18n from 'i18next';

/** The console's own colour: a deep lake green that keeps AA contrast under white text from shade 6 on. */
const jade: MantineColorsTuple = [
  '#e6f6f6',
  '#d0e9ea',
  '#a2d2d4',
  '#70babe',
  '#49a6ab',
  '#2f999f',
  '#12757b',
  '#0f666c',
  '#0f5c63',
  '#003f45',
];

export const theme = createTheme({
  colors: { jade },
  primaryColor: 'jade',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  fontFamily: "'Be Vietnam Pro', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', system-ui, sans-serif", fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // A dialog's heading is not the page's banner.
    ModalHeader: ModalHeader.extend({ defaultProps: { role: 'presentation' } }),
    DrawerHeader: DrawerHeader.extend({ defaultProps: { role: 'presentation' } }),
    ModalTitle: ModalTitle.extend({ defaultProps: { fw: 600 } }),
    // Asked for whenever one is drawn, so that it follows the language.
    CloseButton: { defaultProps: () => ({ 'aria-label': i18n.t('common:action.close') }) },
  },
});
