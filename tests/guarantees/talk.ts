import { type Dossier } from '@lienthong/contracts';

export interface Heard {
  readonly status: number;
  readonly headers: string;
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>>;
}

/** Talks HTTP to the system and keeps what a proxy on the way would log: the heads of answers, and error bodies. */
export class Talk {
  readonly heads: string[] = [];
  readonly problems: string[] = [];

  constructor(private readonly url: string) {}

  file(dossier: unknown, key: string): Promise<Heard> {
    return this.post('/v1/dossiers', dossier, { 'idempotency-key': key });
  }

  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Heard> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.send(path, {
      method: 'POST',
      body: text,
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  get(path: string): Promise<Heard> {
    return this.send(path, { method: 'GET' });
  }

  private async send(path: string, init: RequestInit): Promise<Heard> {
    const answer = await fetch(this.url + path, init);
    const text = await answer.text();
    const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    this.heads.push(headers);
    if (answer.status >= 400) this.problems.push(text);
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    return { status: answer.status, headers, text, json: isJson ? (JSON.parse(text) as Heard['json']) : {} };
  }
}

/**
 * Submissions that are refused, each with the personal data of `dossier` in what is wrong with it. Not in the name of a
 * field: an answer has to point at the field it refuses, by the name that the caller gave it.
 */
export function spoilt(dossier: Dossier): readonly unknown[] {
  const { applicant } = dossier;
  const { fullName, personalId } = applicant;
  return [
    JSON.stringify(dossier).slice(0, -20),
    { ...dossier, remark: `${fullName} ${personalId}` },
    { ...dossier, applicant: { ...applicant, personalId: `${personalId}9` } },
    { ...dossier, applicant: { ...applicant, fullName: `${fullName}\u0000` } },
    { ...dossier, applicant: { ...applicant, relationship: fullName } },
    { ...dossier, applicant: { ...applicant, phone: `${personalId}${personalId}`, email: fullName } },
    { ...dossier, agencies: { ...dossier.agencies, civilRegistry: personalId } },
    { ...dossier, delivery: fullName },
    { ...dossier, procedures: [fullName] },
    `{"applicant":{"fullName":"${fullName}","fullName":"${fullName}"}}`,
  ];
}
