import { type Reason } from '@lienthong/contracts';

export const SUPPLEMENT: Reason = {
  code: 'registry-document-unclear',
  vi: 'Giấy tờ đính kèm chưa rõ hoặc chưa đủ, đề nghị bổ sung',
  en: 'An attached document is unclear or missing',
};

export const REFUSAL: Reason = {
  code: 'registration-conditions-not-met',
  vi: 'Không đủ điều kiện đăng ký hộ tịch',
  en: 'The conditions for registration are not met',
};

export const APPLICANT_DECEASED: Reason = {
  code: 'applicant-deceased',
  vi: 'Người yêu cầu đã được đăng ký khai tử',
  en: 'The applicant is registered as deceased',
};

export const PERSONAL_ID_OF_ANOTHER: Reason = {
  code: 'personal-id-of-another',
  vi: 'Số định danh cá nhân này đã cấp cho một trẻ được khai sinh với họ tên khác',
  en: 'This personal id was given to a registered child of another name',
};

/** Names the dossier that registered the same birth or death before. */
export function alreadyRegistered(dossierNumber: string): Reason {
  return {
    code: 'already-registered',
    vi: `Sự kiện này đã được đăng ký theo hồ sơ ${dossierNumber}`,
    en: `This event was registered by dossier ${dossierNumber}`,
  };
}
