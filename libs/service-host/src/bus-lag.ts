/** How far consumer groups are behind, as last measured. Also the injection token. */
export abstract class BusLag {
  /** Messages that wait for the group that is most behind, of all that are watched. */
  abstract worst(): number;
  /** Messages that wait for a group, of all its topics; 0 for one that is not watched. */
  abstract of(group: string): number;
}
