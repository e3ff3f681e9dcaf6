/** ISO 8601 with `+07:00`, as every time of `/v1/operations/…` is written. */
export type Instant = string;
