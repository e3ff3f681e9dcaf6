import { type GeneratorOptions, generateDossiers } from '@lienthong/simulation';
import { type ReplayDossier } from '../replay-dossier';
import { type DossierSource, type SourceDescription } from './dossier-source';

/** Invented dossiers: see {@link generateDossiers}. */
export class GeneratedSource implements DossierSource {
  constructor(private readonly options: GeneratorOptions) {}

  get count(): number {
    return this.options.births + this.options.deaths;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<ReplayDossier> {
    yield* generateDossiers(this.options);
  }

  async firstInstant(): Promise<number | undefined> {
    const first = generateDossiers(this.options).next();
    return first.done ? undefined : first.value.submittedAt;
  }

  describe(): SourceDescription {
    const { seed, births, deaths, from, to } = this.options;
    return { kind: 'generated', seed, births, deaths, from, to };
  }
}
