import { type Bilingual } from './language';

/** Every `code` in `errors`. `{name}` stands for a parameter of the rule, never for the value that was sent. */
export const FIELD_ERRORS = {
  'unknown-field': { vi: 'Trường không có trong biểu mẫu', en: 'The form has no such field' },
  'unknown-parameter': { vi: 'Không có tham số này', en: 'There is no such parameter' },
  'forbidden-key': { vi: 'Tên trường không được phép', en: 'This field name is not allowed' },
  'duplicate-key': { vi: 'Tên trường lặp lại', en: 'The field is named twice' },
  'frozen-field': { vi: 'Không được đổi sau khi nộp', en: 'Cannot change after filing' },
  'held-by-agency': {
    vi: 'Cơ quan khác đã giải quyết theo nội dung này: sau khi cấp chỉ đổi bằng cải chính',
    en: 'Another agency works on this already: after issue only a correction changes it',
  },
  'not-correctable': {
    vi: 'Không thể cải chính trường này; chỉ nhận: {allowed}',
    en: 'This field cannot be corrected; allowed: {allowed}',
  },
  unchanged: { vi: 'Giấy tờ đã ghi đúng như vậy', en: 'Is what the certificate already says' },
  required: { vi: 'Bắt buộc', en: 'Required' },
  'not-a-string': { vi: 'Phải là chuỗi', en: 'Must be a string' },
  'not-a-number': { vi: 'Phải là số hữu hạn', en: 'Must be a finite number' },
  'not-an-integer': { vi: 'Phải là số nguyên', en: 'Must be an integer' },
  'not-a-boolean': { vi: 'Phải là true hoặc false', en: 'Must be true or false' },
  'not-an-object': { vi: 'Phải là đối tượng JSON', en: 'Must be a JSON object' },
  'not-an-array': { vi: 'Phải là mảng', en: 'Must be an array' },
  empty: { vi: 'Không được rỗng', en: 'Must not be empty' },
  blank: { vi: 'Không được để trống', en: 'Must not be blank' },
  'too-long': { vi: 'Tối đa {max} ký tự', en: 'At most {max} characters' },
  'length-out-of-range': { vi: 'Từ {min} đến {max} ký tự', en: '{min} to {max} characters' },
  'too-many-items': { vi: 'Tối đa {max} phần tử', en: 'At most {max} items' },
  'out-of-range': { vi: 'Phải từ {min} đến {max}', en: 'Must be from {min} to {max}' },
  'unknown-value': { vi: 'Chỉ nhận: {allowed}', en: 'Allowed: {allowed}' },
  'invalid-value': { vi: 'Giá trị không hợp lệ', en: 'Not a valid value' },
  'control-character': { vi: 'Có ký tự điều khiển', en: 'Holds a control character' },
  'not-utf-8': {
    vi: 'Có chữ bị hỏng khi chuyển bảng mã (U+FFFD): gửi văn bản bằng UTF-8',
    en: 'A letter was lost in another encoding (U+FFFD): send the text as UTF-8',
  },
  'bidi-control': {
    vi: 'Có ký tự điều khiển chiều viết hoặc ẩn',
    en: 'Holds an invisible or direction control character',
  },
  'lone-surrogate': { vi: 'Có mã UTF-16 lẻ', en: 'Holds half of a UTF-16 pair' },
  'not-a-name': { vi: "Chỉ gồm chữ cái, dấu cách, và . - '", en: "Letters, spaces and . - ' only" },
  'not-a-phone-number': {
    vi: 'Số điện thoại Việt Nam: 0 hoặc +84 và 9–10 chữ số',
    en: 'A Vietnamese phone number: 0 or +84 and 9–10 digits',
  },
  'not-an-email-address': { vi: 'Không phải địa chỉ thư điện tử', en: 'Not an e-mail address' },
  'not-twelve-digits': {
    vi: 'Số định danh cá nhân gồm 12 chữ số: bảng tính có thể đã bỏ số 0 ở đầu',
    en: 'A personal id has 12 digits: a spreadsheet may have dropped the zeros in front',
  },
  'not-a-personal-id': {
    vi: 'Số định danh cá nhân gồm 12 chữ số đúng cấu trúc',
    en: 'A personal id has 12 digits in the lawful structure',
  },
  'not-an-insurance-number': { vi: 'Mã số BHXH gồm 10 chữ số', en: 'An insurance number has 10 digits' },
  'not-a-facility-code': {
    vi: 'Mã cơ sở khám chữa bệnh gồm 5 ký tự',
    en: 'A facility code has 5 characters',
  },
  'not-a-birth-notice-number': {
    vi: 'Số giấy chứng sinh có dạng XXXXX.GCS.ZZZZZ.YY',
    en: 'A birth notice number has the form XXXXX.GCS.ZZZZZ.YY',
  },
  'not-an-account-number': { vi: 'Số tài khoản gồm 6–19 chữ số', en: 'An account number has 6–19 digits' },
  'not-a-country-code': {
    vi: 'Mã nước gồm hai chữ hoa (ISO 3166-1)',
    en: 'A country code has two capital letters (ISO 3166-1)',
  },
  'not-a-date': {
    vi: 'Ngày có thật, dạng yyyy-MM-dd; ngày sinh của người lớn chỉ biết tháng hoặc năm: yyyy-MM, yyyy',
    en: "A real date, yyyy-MM-dd; an adult's date of birth of which only the month or year is known: yyyy-MM, yyyy",
  },
  'not-an-instant': { vi: 'Thời điểm ISO 8601 có múi giờ', en: 'An ISO 8601 instant with offset' },
  'not-a-local-time': { vi: 'Thời gian ISO 8601 không có múi giờ', en: 'An ISO 8601 time without offset' },
  'precision-mismatch': {
    vi: 'Phải chi tiết đúng như {field}',
    en: 'Must be exactly as precise as {field} says',
  },
  'not-a-duration': {
    vi: 'Khoảng thời gian ISO 8601, ví dụ P3D hoặc PT4H',
    en: 'An ISO 8601 duration, e.g. P3D or PT4H',
  },
  'duration-not-exact': {
    vi: 'Năm và tháng không có độ dài cố định: dùng tuần, ngày, giờ',
    en: 'Years and months have no fixed length: use weeks, days, hours',
  },
  'duration-too-long': { vi: 'Tối đa {max}', en: 'At most {max}' },
  'not-in-the-future': {
    vi: 'Phải sau thời điểm hiện tại của đồng hồ',
    en: "Must be after the clock's present time",
  },
  'exactly-one': { vi: 'Cần đúng một trong: {fields}', en: 'Exactly one of: {fields}' },
  'single-value': { vi: 'Chỉ được nêu một lần', en: 'May be given once only' },
  'invalid-cursor': { vi: 'Con trỏ không do hệ thống này cấp', en: 'Not a cursor of this system' },
  'not-five-digits': {
    vi: 'Mã xã gồm 5 chữ số: bảng tính có thể đã bỏ số 0 ở đầu',
    en: 'A commune code has five digits: a spreadsheet may have dropped the zeros in front',
  },
  'not-two-digits': {
    vi: 'Mã tỉnh gồm 2 chữ số: bảng tính có thể đã bỏ số 0 ở đầu',
    en: 'A province code has two digits: a spreadsheet may have dropped the zero in front',
  },
  'unknown-commune': {
    vi: 'Không có mã xã này từ 1/7/2025; nếu ở nước ngoài: ngoài phạm vi nhóm liên thông',
    en: 'No such commune since 1 July 2025; events abroad are outside the linked procedures',
  },
  'former-commune': {
    vi: 'Mã xã này dùng đến 30/6/2025; nay là: {communes}',
    en: 'This commune had the code until 30 June 2025; it is now: {communes}',
  },
  'former-province': {
    vi: 'Mã tỉnh này dùng đến 30/6/2025; nay thuộc tỉnh {province}',
    en: 'This province had the code until 30 June 2025; it is now part of {province}',
  },
  'unknown-province': { vi: 'Không có mã tỉnh này từ 1/7/2025', en: 'No such province since 1 July 2025' },
  'registration-missing': {
    vi: 'Phải có thủ tục đăng ký hộ tịch',
    en: 'The civil registration must be among them',
  },
  'registration-not-first': {
    vi: 'Đăng ký hộ tịch luôn đứng đầu',
    en: 'The civil registration always comes first',
  },
  'duplicate-procedure': { vi: 'Thủ tục lặp lại', en: 'The procedure is named twice' },
  'procedure-not-of-group': { vi: 'Thủ tục không thuộc nhóm này', en: 'The procedure is not of this group' },
  'needed-by-procedure': { vi: 'Cần cho thủ tục {procedure}', en: 'Needed by {procedure}' },
  'child-not-under-six': {
    vi: 'Trẻ phải dưới 6 tuổi khi nộp hồ sơ',
    en: 'The child must be under 6 at filing',
  },
  'after-filing': { vi: 'Không được sau lúc nộp hồ sơ', en: 'Must not be after the filing' },
  'before-birth': { vi: 'Không được trước ngày sinh', en: 'Must not be before the birth' },
  'before-death': { vi: 'Không được trước lúc chết', en: 'Must not be before the death' },
  'not-older-than-child': { vi: 'Cha, mẹ phải sinh trước con', en: 'A parent must be born before the child' },
  'parent-age-impossible': {
    vi: 'Tuổi của cha, mẹ khi sinh con phải từ {min} đến {max}',
    en: "A parent's age at the child's birth must be from {min} to {max}",
  },
  'age-impossible': { vi: 'Tuổi khi chết không thể quá {max}', en: 'The age at death cannot be over {max}' },
  'not-an-ethnicity': {
    vi: "Phải là một trong 54 dân tộc: {allowed}; hoặc 'unknown' (không xác định) với trẻ không rõ cha mẹ và người đã chết",
    en: "One of the 54 peoples: {allowed}; or 'unknown' for children of unknown parents and the deceased",
  },
  'ethnicity-must-be-known': {
    vi: "'unknown' chỉ dùng cho trẻ bị bỏ rơi hoặc không rõ cả cha lẫn mẹ, và người đã chết",
    en: "'unknown' is for abandoned children, children of unknown parents and the deceased only",
  },
  'personal-id-of-other-sex': {
    vi: 'Chữ số thứ tư của số định danh không khớp giới tính đã khai',
    en: 'The fourth digit of the personal id tells another sex than the one stated',
  },
  'personal-id-of-other-birth-year': {
    vi: 'Chữ số thứ tư đến thứ sáu của số định danh không khớp năm sinh đã khai',
    en: 'Digits four to six of the personal id tell another birth year than the one stated',
  },
  'office-not-of-address': {
    vi: 'Phải là cơ quan của nơi cư trú đã khai: {office}',
    en: 'Must be the office of the address given: {office}',
  },
  'same-person': { vi: 'Cha và mẹ không thể là một người', en: 'Mother and father cannot be one person' },
  'needed-by-birth-case': { vi: 'Cần cho trường hợp khai sinh này', en: 'Needed in this birth case' },
  'not-in-birth-case': {
    vi: 'Không khai trong trường hợp khai sinh này',
    en: 'Not to be given in this birth case',
  },
  'foreign-element': {
    vi: 'Có yếu tố nước ngoài: ngoài phạm vi nhóm liên thông, hãy nộp tại cơ quan đăng ký hộ tịch',
    en: 'A foreign element is outside the linked procedures: file with the civil registry itself',
  },
  'applicant-is-deceased': {
    vi: 'Người yêu cầu không thể là người đã chết',
    en: 'The applicant cannot be the deceased',
  },
  'payee-is-deceased': {
    vi: 'Người nhận không thể là người đã chết',
    en: 'The payee cannot be the deceased',
  },
  'needed-for-bank-payment': { vi: 'Cần khi nhận qua ngân hàng', en: 'Needed for payment by bank' },
  'simulation-clock-only': { vi: 'Chỉ dùng với đồng hồ mô phỏng', en: 'With a simulation clock only' },
  'in-the-future': {
    vi: 'Không được sau thời điểm hiện tại của đồng hồ',
    en: "Must not be after the clock's present time",
  },
  'outside-calendar': {
    vi: 'Chưa có lịch làm việc hoặc hồ sơ liên thông cho ngày này: lịch có từ {from} đến {to}',
    en: 'No working calendar or no linked procedure for this date: the calendar has the days from {from} to {to}',
  },
  'invalid-last-event-id': { vi: 'Phải là số thứ tự của một sự kiện', en: 'Must be the number of an event' },
} as const satisfies Record<string, Bilingual>;

export type FieldErrorCode = keyof typeof FIELD_ERRORS;

const byCode: ReadonlyMap<string, Bilingual> = new Map(Object.entries(FIELD_ERRORS));

/** The message pattern of a field error's code. */
export function fieldErrorText(code: string): Bilingual | undefined {
  return byCode.get(code);
}
