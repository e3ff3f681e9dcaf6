import { LINKED_AGENCIES, type LinkedAgencyId } from '@lienthong/contracts';
import { JsonObject, OneOf, Prose } from '../intake/fields/field.decorators';

type Json = Readonly<Record<string, unknown>>;

/** Bổ sung hồ sơ. */
export class SupplementForm {
  @OneOf(LINKED_AGENCIES, { description: 'The agency that asked' })
  readonly agency!: LinkedAgencyId;
  @JsonObject({
    optional: true,
    description:
      'New content, by block of the dossier, merged field by field; may be left out where a note says it all. Agencies, procedures, channel and regime stay as filed',
  })
  readonly data?: Json;
  @Prose(2000, { optional: true })
  readonly note?: string;
}

/** Rút hồ sơ. */
export class WithdrawalForm {
  @Prose(1000)
  readonly reason!: string;
}

/** Cải chính sau khi cấp. */
export class CorrectionForm {
  @JsonObject({
    description: 'Fields of the certificate that change, by path: `{ "child.fullName": "…" }` or nested',
  })
  readonly data!: Json;
  @Prose(2000, { optional: true })
  readonly note?: string;
}

/** Hủy việc đăng ký. */
export class CancellationForm {
  @Prose(1000)
  readonly reason!: string;
}
