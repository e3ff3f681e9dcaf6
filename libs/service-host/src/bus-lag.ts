/** How far consumer groups are behind, as last measured. Also the injection token. */
export abstract class BusLag {
  /** Messages that wait for the group that is most behind, of all that are watched. */
  abstract worst(): number;
}
