import { type Bilingual } from '../names';
import { html, type Markup } from './markup';

/** Vietnamese with the English term beside it; only once where both are the same. */
export function bi({ vi, en }: Bilingual): Markup {
  return vi === en ? html`${vi}` : html`${vi} <span class="en" lang="en">${en}</span>`;
}

/** A section with its heading, reachable by its id. */
export function section(id: string, heading: Bilingual, ...content: readonly Markup[]): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-h">
    <h2 id="${id}-h">${bi(heading)}</h2>
    ${content}
  </section>`;
}
