import { html, Markup } from './markup';
import { STYLES } from './styles';

/** A whole page that needs nothing but itself. */
export function page(title: string, header: Markup, content: readonly (Markup | undefined)[]): string {
  const styles = new Markup(STYLES);
  return `<!doctype html>\n${
    html`<html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <style>
          ${styles}
        </style>
      </head>
      <body>
        <header>${header}</header>
        <main>${content}</main>
      </body>
    </html>`.text
  }\n`;
}
