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
  'too-many-blank-lines': {
    status: 400,
    title: { vi: 'Lô có quá nhiều dòng trống liền nhau', en: 'The batch has too many blank lines in a row' },
    detail: {
      vi: 'Tối đa 1.000 dòng. Từ đây lô không được đọc nữa.',
      en: 'At most 1,000. The batch was not read from here on.',
    },
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
  unauthenticated: {
    status: 401,
    title: { vi: 'Chưa xác thực', en: 'Not authenticated' },
    detail: {
      vi: 'Gửi khóa API còn hiệu lực: Authorization: Bearer <khóa>.',
      en: 'Send a valid API key: Authorization: Bearer <key>.',
    },
  },
  'operators-only': { status: 403, title: { vi: 'Chỉ dành cho người vận hành', en: 'For operators only' } },
  forbidden: { status: 403, title: { vi: 'Không được phép', en: 'Not allowed' } },
  'forbidden-office': {
    status: 403,
    title: { vi: 'Thuộc cơ quan hoặc đơn vị khác', en: 'Of another agency or office' },
  },
  'origin-not-allowed': {
    status: 403,
    title: { vi: 'Trang gửi yêu cầu không được phép', en: 'The page that asks is not allowed to' },
    detail: {
      vi: 'Origin phải trùng với Host, hoặc có tên máy trong ALLOWED_HOSTS.',
      en: 'Origin must be the same as Host, or its host name be in ALLOWED_HOSTS.',
    },
  },
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
  'incident-not-found': {
    status: 404,
    title: { vi: 'Không còn sự cố này', en: 'There is no such incident, any more' },
  },
  'incident-changed': {
    status: 409,
    title: {
      vi: 'Sự cố đã khác: thông điệp lỗi không còn là thông điệp này',
      en: 'The incident has changed: another message is the one that fails now',
    },
  },
  'operation-not-found': {
    status: 404,
    title: { vi: 'Không có thao tác này', en: 'There is no such operation' },
  },
  'batch-not-found': { status: 404, title: { vi: 'Không có lô này', en: 'There is no such batch' } },
  'batch-ended': { status: 409, title: { vi: 'Lô đã kết thúc', en: 'The batch has ended' } },
  'batch-too-large': {
    status: 422,
    title: { vi: 'Lô quá lớn', en: 'The batch is too large' },
    detail: { vi: 'Tối đa 100.000 mục: hãy thu hẹp điều kiện.', en: 'At most 100,000 items: select less.' },
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
  'host-not-allowed': {
    status: 421,
    title: { vi: 'Không phục vụ dưới tên máy này', en: 'Not served under this host name' },
    detail: {
      vi: 'Với AUTH=off, Host phải là localhost, 127.0.0.1 hoặc [::1]; tên khác thì đặt trong ALLOWED_HOSTS.',
      en: 'With AUTH=off, Host must be localhost, 127.0.0.1 or [::1]; set other names in ALLOWED_HOSTS.',
    },
  },
  'rate-limit-exceeded': {
    status: 429,
    title: { vi: 'Gọi quá nhanh', en: 'Asked too often' },
    detail: {
      vi: 'Giới hạn cho mỗi người gọi là RATE_LIMIT yêu cầu một giây. Gửi lại sau số giây trong Retry-After.',
      en: 'A caller may ask RATE_LIMIT times a second. Send again after the seconds of Retry-After.',
    },
  },
  'too-many-at-once': {
    status: 429,
    title: { vi: 'Mở quá nhiều luồng cùng lúc', en: 'Too many streams at once' },
    detail: {
      vi: 'Một người gọi chỉ mở được số luồng ghi trong limit. Đóng bớt rồi gửi lại sau số giây trong Retry-After.',
      en: 'One caller may hold as many open as limit says. Close some, then send again after the seconds of Retry-After.',
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
  'service-unavailable': {
    status: 503,
    title: {
      vi: 'Dịch vụ hoặc kho dữ liệu phía sau không trả lời',
      en: 'A service or store behind this one does not answer',
    },
    detail: {
      vi: 'Không có gì bị mất. Gửi lại sau số giây trong Retry-After.',
      en: 'Nothing is lost. Send again after the seconds of Retry-After.',
    },
  },
  'calendar-year-missing': {
    status: 503,
    title: { vi: 'Chưa có lịch làm việc của năm này', en: 'There is no working calendar for this year' },
    detail: {
      vi: 'Hồ sơ mới chỉ được nhận trong những ngày nêu ở `calendar`. Hồ sơ đã nhận vẫn được giải quyết.',
      en: 'New dossiers are taken on the days in `calendar` only. Those that were taken before go on.',
    },
  },
} as const satisfies Record<string, ProblemEntry>;

export type ProblemCode = keyof typeof PROBLEMS;

const byCode: ReadonlyMap<string, ProblemEntry> = new Map(Object.entries(PROBLEMS));

/** What the catalogue knows of a problem's code. */
export function problemEntry(code: string): ProblemEntry | undefined {
  return byCode.get(code);
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
  421: 'host-not-allowed',
  429: 'too-many-requests',
  431: 'header-fields-too-large',
  503: 'overloaded',
};

/** The code of an error that only has a status, such as Fastify's own. */
export function codeOfStatus(status: number): ProblemCode {
  return CODE_OF_STATUS[status] ?? (status < 500 ? 'bad-request' : 'internal-error');
}
