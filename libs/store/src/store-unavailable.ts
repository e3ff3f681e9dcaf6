/** The store cannot be reached for now. Nothing is known to be lost; the same call may go through later. */
export class StoreUnavailable extends Error {
  readonly code = 'store-unavailable';

  constructor(options?: ErrorOptions) {
    super('the store cannot be reached', options);
  }
}
