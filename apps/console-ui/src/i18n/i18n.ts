import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import * as common from './common.texts';

interface Texts {
  readonly vi: object;
  readonly en: object;
}

const STORED = 'lienthong.language';

/** Every page keeps its own texts in `pages/<page>/texts.ts`; they are the namespace of that name. */
const pages = import.meta.glob<Texts>('../pages/*/texts.ts', { eager: true });

/** Vietnamese unless the reader chose English before. */
export async function startI18n(): Promise<void> {
  const resources = { vi: { common: common.vi }, en: { common: common.en } } as Record<
    'vi' | 'en',
    Record<string, object>
  >;
  for (const [path, texts] of Object.entries(pages)) {
    const namespace = path.split('/').at(-2) ?? path;
    resources.vi[namespace] = texts.vi;
    resources.en[namespace] = texts.en;
  }
  await i18n.use(initReactI18next).init({
    resources,
    lng: localStorage.getItem(STORED) === 'en' ? 'en' : 'vi',
    fallbackLng: 'vi',
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = i18n.language;
}

export function speaks(): 'vi' | 'en' {
  return i18n.language === 'en' ? 'en' : 'vi';
}

export async function speak(language: 'vi' | 'en'): Promise<void> {
  localStorage.setItem(STORED, language);
  document.documentElement.lang = language;
  await i18n.changeLanguage(language);
}
