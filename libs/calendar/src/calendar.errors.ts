/** An argument that is no instant, no calendar day, no duration or no count of days. */
export class InvalidCalendarInput extends RangeError {
  readonly code = 'InvalidCalendarInput';

  constructor(message: string) {
    super(message);
    this.name = 'InvalidCalendarInput';
  }
}

/** The data or the options a calendar is made of contradict themselves; thrown at creation only. */
export class InvalidCalendarData extends Error {
  readonly code = 'InvalidCalendarData';

  constructor(message: string) {
    super(message);
    this.name = 'InvalidCalendarData';
  }
}
