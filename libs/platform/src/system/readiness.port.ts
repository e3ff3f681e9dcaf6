export interface ReadinessReport {
  readonly ok: boolean;
  /** By the name of the check: `up`, or why it is not (no addresses with credentials, no personal data). */
  readonly checks: Readonly<Record<string, string>>;
}

/** Whether this process can serve: store, bus, migrations. Also the injection token. */
export abstract class Readiness {
  abstract check(): Promise<ReadinessReport>;
}
