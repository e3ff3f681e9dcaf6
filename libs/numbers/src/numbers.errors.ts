export type RangeErrorCode =
  | 'CertificateNumberRangeExhausted'
  | 'DossierNumberRangeExhausted'
  | 'InsuranceNumberRangeExhausted'
  | 'LocalNumberRangeExhausted'
  | 'PersonalIdRangeExhausted';

/** A running number left the range its identifier has room for: nothing valid and unique is left to give. */
export class NumberRangeExhausted extends RangeError {
  constructor(
    readonly code: RangeErrorCode,
    readonly counter: number,
    range: string,
  ) {
    super(`${counter} is no whole number in ${range}`);
    this.name = 'NumberRangeExhausted';
  }
}

/** A part that an identifier cannot be made of, such as an unknown province. */
export class InvalidNumberPart extends RangeError {
  readonly code = 'InvalidNumberPart';

  constructor(what: string, value: string | number) {
    super(`not a ${what}: ${value}`);
    this.name = 'InvalidNumberPart';
  }
}
