import { Problem } from '@lienthong/platform';
import { type OfficerDecisionFault } from '../domain/agency.errors';

const FAULTS: Readonly<Record<OfficerDecisionFault, { status: number; title: { vi: string; en: string } }>> =
  {
    'agency-not-manual': {
      status: 409,
      title: { vi: 'Cơ quan không ở chế độ thủ công', en: 'The agency is not in manual mode' },
    },
    'work-item-unknown': {
      status: 404,
      title: { vi: 'Không có hồ sơ công việc này', en: 'There is no such work item' },
    },
    'work-item-not-open': {
      status: 409,
      title: { vi: 'Hồ sơ không chờ quyết định', en: 'The work item awaits no decision' },
    },
    'verification-not-allowed': {
      status: 409,
      title: { vi: 'Không thể xác minh ở bước này', en: 'No verification is possible at this point' },
    },
  };

export function faultProblem(code: OfficerDecisionFault): Problem {
  return new Problem({ code, ...FAULTS[code] });
}

export function recordNotFound(): Problem {
  return new Problem({
    code: 'record-not-found',
    status: 404,
    title: { vi: 'Cơ quan không giữ bản ghi này', en: 'The agency holds no such record' },
  });
}
