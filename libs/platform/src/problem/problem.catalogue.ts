import { type Bilingual } from './language';

export interface ProblemEntry {
  readonly status: number;
  readonly title: Bilingual;
  readonly detail?: Bilingual;
}

/** Every `code` at the top of a problem, with its status. Stable: integrators branch on them. */
export const PROBLEMS = {
  'validation-failed': {
    status: 400,
    title: { vi: 'Dữ liệu không hợp lệ', en: 'The data are not valid' },
    detail: { vi: 'Xem từng trường trong errors.', en: 'See each field in errors.' },
  },
  'malformed-json': { status: 400, title: { vi: 'Nội dung không phải JSON', en: 'The body is not JSON' } },
  'empty-body': { status: 400, title: { vi: 'Thiếu nội dung', en: 'The body is missing' } },
  'invalid-utf-8': { status: 400, title: { vi: 'Nội dung không phải UTF-8', en: 'The body is not UTF-8' } },
  'too-deep': {
    status: 400,
    title: { vi: 'JSON lồng quá sâu', en: 'The JSON is nested too deep' },
    detail: { vi: 'Tối đa 16 tầng.', en: 'At most 16 levels.' },
  },
  'too-many-values': {
    status: 400,
    title: { vi: 'JSON có quá nhiều giá trị', en: 'The JSON holds too many values' },
    detail: { vi: 'Tối đa 2.000 giá trị.', en: 'At most 2,000 values.' },
  },
  'duplicate-key': {
    status: 400,
    title: { vi: 'Tên trường lặp lại trong một đối tượng JSON', en: 'A JSON object names a field twice' },
  },
  'bad-request': { status: 400, title: { vi: 'Yêu cầu sai', en: 'The request is wrong' } },
  'idempotency-key-missing': {
    status: 400,
    title: { vi: 'Thiếu Idempotency-Key', en: 'Idempotency-Key is missing' },
  },
  'idempotency-key-too-long': {
    status: 400,
    title: { vi: 'Idempotency-Key quá dài', en: 'Idempotency-Key is too long' },
    detail: { vi: 'Tối đa 255 ký tự.', en: 'At most 255 characters.' },
  },
  'idempotency-key-reused': {
    status: 422,
    title: {
      vi: 'Idempotency-Key đã dùng cho nội dung khác',
      en: 'Idempotency-Key was used with another body',
    },
  },
  unauthenticated: { status: 401, title: { vi: 'Chưa xác thực', en: 'Not authenticated' } },
  'operators-only': { status: 403, title: { vi: 'Chỉ dành cho người vận hành', en: 'For operators only' } },
  forbidden: { status: 403, title: { vi: 'Không được phép', en: 'Not allowed' } },
  'not-found': { status: 404, title: { vi: 'Không tìm thấy', en: 'Not found' } },
  'dossier-not-found': { status: 404, title: { vi: 'Không có hồ sơ này', en: 'There is no such dossier' } },
  'method-not-allowed': {
    status: 405,
    title: { vi: 'Phương thức không được hỗ trợ', en: 'Method not allowed' },
  },
  'request-timeout': {
    status: 408,
    title: { vi: 'Quá thời gian nhận yêu cầu', en: 'The request took too long to arrive' },
  },
  'action-not-allowed': {
    status: 409,
    title: {
      vi: 'Hồ sơ không cho phép thao tác này lúc này',
      en: 'The dossier does not allow this action now',
    },
    detail: { vi: 'Xem allowedActions.', en: 'See allowedActions.' },
  },
  'supplement-not-owed': {
    status: 409,
    title: { vi: 'Cơ quan này không yêu cầu bổ sung', en: 'This agency is not waiting for a supplement' },
    detail: { vi: 'Xem owedTo và allowedActions.', en: 'See owedTo and allowedActions.' },
  },
  conflict: {
    status: 409,
    title: { vi: 'Xung đột với trạng thái hiện tại', en: 'In conflict with the present state' },
  },
  'work-item-unknown': {
    status: 404,
    title: { vi: 'Không có hồ sơ công việc này', en: 'There is no such work item' },
  },
  'record-not-found': {
    status: 404,
    title: { vi: 'Cơ quan không giữ bản ghi này', en: 'The agency holds no such record' },
  },
  'agency-not-manual': {
    status: 409,
    title: { vi: 'Cơ quan không ở chế độ thủ công', en: 'The agency is not in manual mode' },
  },
  'work-item-not-open': {
    status: 409,
    title: { vi: 'Hồ sơ không chờ quyết định', en: 'The work item awaits no decision' },
  },
  'verification-not-allowed': {
    status: 409,
    title: { vi: 'Không thể xác minh ở bước này', en: 'No verification is possible at this point' },
  },
  'virtual-clock-only': {
    status: 409,
    title: { vi: 'Chỉ dùng được với đồng hồ ảo', en: 'Only possible with the virtual clock' },
  },
  'body-too-large': {
    status: 413,
    title: { vi: 'Nội dung quá lớn', en: 'The body is too large' },
    detail: { vi: 'Tối đa 64 KiB cho một hồ sơ.', en: 'At most 64 KiB a dossier.' },
  },
  'uri-too-long': { status: 414, title: { vi: 'Đường dẫn quá dài', en: 'The URI is too long' } },
  'unsupported-media-type': {
    status: 415,
    title: { vi: 'Kiểu nội dung không được hỗ trợ', en: 'The content type is not supported' },
    detail: {
      vi: 'Dùng application/json (UTF-8), hoặc application/x-ndjson cho lô hồ sơ.',
      en: 'Use application/json (UTF-8), or application/x-ndjson for a batch.',
    },
  },
  'too-many-requests': {
    status: 429,
    title: { vi: 'Quá nhiều yêu cầu', en: 'Too many requests' },
    detail: {
      vi: 'Gửi lại sau số giây trong Retry-After, với cùng Idempotency-Key.',
      en: 'Send again after the seconds of Retry-After, with the same Idempotency-Key.',
    },
  },
  'header-fields-too-large': {
    status: 431,
    title: { vi: 'Phần đầu quá lớn', en: 'The header is too large' },
  },
  'internal-error': { status: 500, title: { vi: 'Lỗi hệ thống', en: 'Internal error' } },
  overloaded: {
    status: 503,
    title: { vi: 'Hệ thống đang quá tải', en: 'The system is overloaded' },
    detail: {
      vi: 'Gửi lại sau số giây trong Retry-After.',
      en: 'Send again after the seconds of Retry-After.',
    },
  },
  'not-ready': { status: 503, title: { vi: 'Chưa sẵn sàng', en: 'Not ready' } },
  'calendar-year-missing': {
    status: 503,
    title: { vi: 'Chưa có lịch làm việc của năm này', en: 'There is no working calendar for this year' },
  },
} as const satisfies Record<string, ProblemEntry>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Every `code` in `errors`. `{name}` stands for a parameter of the rule, never for the value that was sent. */
export const FIELD_ERRORS = {
  'unknown-field': { vi: 'Trường không có trong biểu mẫu', en: 'The form has no such field' },
  'unknown-parameter': { vi: 'Không có tham số này', en: 'There is no such parameter' },
  'forbidden-key': { vi: 'Tên trường không được phép', en: 'This field name is not allowed' },
  'duplicate-key': { vi: 'Tên trường lặp lại', en: 'The field is named twice' },
  'frozen-field': { vi: 'Không được đổi sau khi nộp', en: 'Cannot change after filing' },
  'not-correctable': { vi: 'Không thể cải chính trường này', en: 'This field cannot be corrected' },
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
  'too-many-items': { vi: 'Tối đa {max} phần tử', en: 'At most {max} items' },
  'out-of-range': { vi: 'Phải từ {min} đến {max}', en: 'Must be from {min} to {max}' },
  'unknown-value': { vi: 'Chỉ nhận: {allowed}', en: 'Allowed: {allowed}' },
  'invalid-value': { vi: 'Giá trị không hợp lệ', en: 'Not a valid value' },
  'control-character': { vi: 'Có ký tự điều khiển', en: 'Holds a control character' },
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
  'not-a-date': { vi: 'Ngày có thật, dạng yyyy-MM-dd', en: 'A real date, yyyy-MM-dd' },
  'not-an-instant': { vi: 'Thời điểm ISO 8601 có múi giờ', en: 'An ISO 8601 instant with offset' },
  'not-a-local-time': { vi: 'Thời gian ISO 8601 không có múi giờ', en: 'An ISO 8601 time without offset' },
  'precision-mismatch': {
    vi: 'Phải chi tiết đúng như precision',
    en: 'Must be exactly as precise as precision says',
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
  'unknown-commune': {
    vi: 'Không có mã xã này từ 1/7/2025; nếu ở nước ngoài: ngoài phạm vi nhóm liên thông',
    en: 'No such commune since 1 July 2025; events abroad are outside the linked procedures',
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
    vi: 'Chưa có lịch làm việc hoặc hồ sơ liên thông cho ngày này',
    en: 'No working calendar or no linked procedure for this date',
  },
  'invalid-last-event-id': { vi: 'Phải là số thứ tự của một sự kiện', en: 'Must be the number of an event' },
} as const satisfies Record<string, Bilingual>;

export type FieldErrorCode = keyof typeof FIELD_ERRORS;

const byCode: ReadonlyMap<string, ProblemEntry> = new Map(Object.entries(PROBLEMS));
const fieldByCode: ReadonlyMap<string, Bilingual> = new Map(Object.entries(FIELD_ERRORS));

/** What the catalogue knows of a problem's code. */
export function problemEntry(code: string): ProblemEntry | undefined {
  return byCode.get(code);
}

/** The message pattern of a field error's code. */
export function fieldErrorText(code: string): Bilingual | undefined {
  return fieldByCode.get(code);
}

const CODE_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  408: 'request-timeout',
  409: 'conflict',
  413: 'body-too-large',
  414: 'uri-too-long',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  431: 'header-fields-too-large',
  503: 'overloaded',
};

/** The code of an error that only has a status, such as Fastify's own. */
export function codeOfStatus(status: number): ProblemCode {
  return CODE_OF_STATUS[status] ?? (status < 500 ? 'bad-request' : 'internal-error');
}
