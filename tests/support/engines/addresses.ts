/** Where the engines of this run are; for specs of the project `engines`. */
export function engineAddresses(): { readonly brokers: readonly string[]; readonly uri: string } {
  const { KAFKA_BROKERS, MONGODB_URI } = process.env;
  if (!KAFKA_BROKERS || !MONGODB_URI) throw new Error('run this specification in the jest project engines');
  return { brokers: KAFKA_BROKERS.split(','), uri: MONGODB_URI };
}
