import { speaks } from '../i18n/i18n';
import { token } from '../session/token';
import { newKey } from './new-key';
import { ApiProblem } from './problem';

type QueryValue = string | number | boolean | readonly string[] | undefined;
export type Query = Readonly<Record<string, QueryValue>>;

/** @throws ApiProblem */
export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return (await send(urlOf(path, query), { ...(signal && { signal }) })).json() as Promise<T>;
}

/** A request that changes something: with a key of its own, so that sending it again changes nothing more. @throws ApiProblem */
export async function post<T>(path: string, body: object, key: string = newKey()): Promise<T> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  return (await send(path, { method: 'POST', headers, body: JSON.stringify(body) })).json() as Promise<T>;
}

/** Saves what a path answers as a file. @throws ApiProblem */
export async function download(path: string, query: Query, name: string): Promise<void> {
  const blob = await (await send(urlOf(path, query), {})).blob();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** What every request shows. */
export function requestHeaders(): Record<string, string> {
  const bearer = token.read();
  return { 'accept-language': speaks(), ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }) };
}

/** Lists become comma-separated; what is undefined, empty or false is left out. */
export function urlOf(path: string, query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '' || value === false) continue;
    if (Array.isArray(value)) {
      if (value.length > 0) parameters.set(name, value.join(','));
    } else parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, headers: { ...requestHeaders(), ...init.headers } }).catch(
    (error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new ApiProblem(0, 'unreachable', String(error), undefined);
    },
  );
  if (!response.ok) throw await ApiProblem.of(response);
  return response;
}
