/** Tells when a case has moved: a hint to read its timeline again, not the news itself. Also the injection token. */
export abstract class CaseFeed {
  /** Returns the function that ends the subscription. Hints may be lost or come twice. */
  abstract subscribe(dossierNumber: string, onChange: () => void): () => void;
}

/** Injection token of {@link CaseFeed}. */
export const CASE_FEED = CaseFeed;
