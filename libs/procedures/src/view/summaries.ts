import { AGENCY_NAMES, type CaseEventName, type HistoryEntry, type Language } from '@lienthong/contracts';

const UTC_OFFSET_MS = 7 * 3_600_000;

type Text = Readonly<Record<Language, string>>;

/** One line a history entry, as it stands on the timeline. */
const SUMMARIES: Readonly<Record<CaseEventName, Text>> = {
  'dossier.submitted': { vi: 'Nộp hồ sơ', en: 'Dossier filed' },
  'dossier.accepted': { vi: 'Tiếp nhận hồ sơ', en: 'Dossier accepted' },
  'dossier.sent-to-registry': { vi: 'Chuyển cơ quan hộ tịch', en: 'Sent to the civil registry' },
  'work.requested': { vi: 'Chuyển cơ quan thực hiện', en: 'Sent to the agency' },
  'work.resumed': { vi: 'Tiếp tục giải quyết sau khi bổ sung', en: 'Work goes on after the supplement' },
  'work.remarked': { vi: 'Lưu ý cán bộ xem xét', en: 'Remarks for the officer' },
  'personal-id.allocated': { vi: 'Cấp số định danh cá nhân', en: 'Personal id allocated' },
  'birth.registered': { vi: 'Đã đăng ký khai sinh', en: 'Birth registered' },
  'death.registered': { vi: 'Đã đăng ký khai tử', en: 'Death registered' },
  'registration.refused': { vi: 'Từ chối đăng ký hộ tịch', en: 'Registration refused' },
  'residence-verification.opened': { vi: 'Xác minh nơi cư trú', en: 'Residence is verified on site' },
  'residence.registered': { vi: 'Đã đăng ký thường trú', en: 'Residence registered' },
  'residence.deleted': { vi: 'Đã xóa đăng ký thường trú', en: 'Residence deleted' },
  'residence.refused': { vi: 'Từ chối giải quyết cư trú', en: 'Residence refused' },
  'health-card.issued': { vi: 'Đã cấp thẻ BHYT', en: 'Health-insurance card issued' },
  'health-card.refused': { vi: 'Từ chối cấp thẻ BHYT', en: 'Health-insurance card refused' },
  'benefit.decided': { vi: 'Đã quyết định trợ cấp', en: 'Benefit decided' },
  'benefit.refused': { vi: 'Từ chối trợ cấp', en: 'Benefit refused' },
  'supplement.requested': { vi: 'Yêu cầu bổ sung hồ sơ', en: 'Supplement requested' },
  'supplement.provided': { vi: 'Đã bổ sung hồ sơ', en: 'Supplement provided' },
  'supplement.expired': { vi: 'Hết hạn bổ sung hồ sơ', en: 'Supplement window expired' },
  'withdrawal.requested': { vi: 'Yêu cầu rút hồ sơ', en: 'Withdrawal requested' },
  'stop.requested': { vi: 'Yêu cầu dừng xử lý', en: 'Stop requested' },
  'work.stopped': { vi: 'Cơ quan đã dừng xử lý', en: 'Agency stopped its work' },
  'dossier.stopped': { vi: 'Hồ sơ dừng xử lý', en: 'Dossier stopped' },
  'dossier.withdrawn': { vi: 'Hồ sơ đã rút', en: 'Dossier withdrawn' },
  'dossier.refused': { vi: 'Hồ sơ không được tiếp nhận', en: 'Dossier refused' },
  'result.returned': { vi: 'Trả kết quả', en: 'Result returned' },
  'apology.issued': { vi: 'Phiếu xin lỗi và hẹn lại', en: 'Apology with a new date' },
  'correction.requested': { vi: 'Yêu cầu cải chính', en: 'Correction requested' },
  'correction.not-applicable': { vi: 'Không có gì phải chỉnh', en: 'Nothing to correct' },
  'correction.rejected': { vi: 'Không cải chính được', en: 'Correction turned down' },
  'certificate.corrected': { vi: 'Đã cải chính giấy tờ hộ tịch', en: 'Certificate corrected' },
  'residence.corrected': { vi: 'Đã chỉnh thông tin cư trú', en: 'Residence record corrected' },
  'health-card.corrected': { vi: 'Đã chỉnh thẻ BHYT', en: 'Health-insurance card corrected' },
  'benefit.corrected': { vi: 'Đã chỉnh quyết định trợ cấp', en: 'Benefit decision corrected' },
  'cancellation.requested': { vi: 'Yêu cầu hủy việc đăng ký', en: 'Cancellation requested' },
  'birth-registration.cancelled': { vi: 'Đã hủy đăng ký khai sinh', en: 'Birth registration cancelled' },
  'death-registration.cancelled': { vi: 'Đã hủy đăng ký khai tử', en: 'Death registration cancelled' },
  'residence.revoked': { vi: 'Đã thu hồi kết quả cư trú', en: 'Residence result revoked' },
  'health-card.revoked': { vi: 'Đã thu hồi thẻ BHYT', en: 'Health-insurance card revoked' },
  'benefit.revoked': { vi: 'Đã thu hồi quyết định trợ cấp', en: 'Benefit decision revoked' },
  'dossier.cancelled': { vi: 'Hồ sơ đã hủy', en: 'Dossier cancelled' },
  'request.rejected': { vi: 'Yêu cầu không được chấp nhận', en: 'Request refused' },
};

/** What a history entry says to people, with the agency it concerns. Holds no personal data. */
export function summaryOf({ type, agency, data }: HistoryEntry, language: Language): string {
  const text = SUMMARIES[type][language];
  const promised = type === 'apology.issued' ? data?.['promised'] : undefined;
  const told = typeof promised === 'number' ? `${text}: ${dayAndTime(promised)}` : text;
  return agency === undefined || type === 'dossier.sent-to-registry'
    ? told
    : `${told} (${AGENCY_NAMES[agency][language]})`;
}

/** `17:00 26/11/2026`, in Vietnam. */
function dayAndTime(instant: number): string {
  const [date = '', time = ''] = new Date(instant + UTC_OFFSET_MS).toISOString().split('T');
  return `${time.slice(0, 5)} ${date.split('-').reverse().join('/')}`;
}
