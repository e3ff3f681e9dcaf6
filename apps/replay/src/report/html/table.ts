import { type Bilingual } from '../names';
import { bi } from './bilingual';
import { type Content, html, type Markup } from './markup';

/** A column; the first one of a table heads its rows. */
export interface Column<Row> {
  readonly head: Bilingual;
  readonly value: (row: Row) => Content;
  /** Left out: figures, aligned to the right. */
  readonly text?: true;
}

/** A table that scrolls on its own where the page is narrow. */
export function table<Row>(
  caption: Bilingual,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Markup {
  const classOf = ({ text }: Column<Row>): string => (text ? 't' : 'n');
  const head = columns.map(
    (column) => html`<th scope="col" class="${classOf(column)}">${bi(column.head)}</th>`,
  );
  const body = rows.map(
    (row) =>
      html`<tr>
        ${columns.map((column, i) =>
          i === 0
            ? html`<th scope="row" class="${classOf(column)}">${column.value(row)}</th>`
            : html`<td class="${classOf(column)}">${column.value(row)}</td>`,
        )}
      </tr> `,
  );
  return html`<div class="scroll" role="region" aria-label="${caption.vi}" tabindex="0">
    <table>
      <caption>
        ${bi(caption)}
      </caption>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div>`;
}

/** A figure with a bar before it, as long as its `share` of the greatest (0 to 1). */
export function withBar(share: number, figure: string): Markup {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1_000) / 10;
  return html`<span class="with-bar"
    ><span class="bar" aria-hidden="true"><span style="width:${width}%"></span></span>${figure}</span
  >`;
}
