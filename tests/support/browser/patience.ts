/** A browser and a whole system start in here: on a busy machine that takes its time. */
jest.setTimeout(180_000);
