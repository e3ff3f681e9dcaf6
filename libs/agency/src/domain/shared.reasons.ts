import { type Reason } from '@lienthong/contracts';

/** Of every agency that works from the registry's certificate of a birth. */
export const CHILD_NOT_REGISTERED: Reason = {
  code: 'child-not-registered',
  vi: 'Trẻ chưa có giấy khai sinh hoặc số định danh cá nhân',
  en: 'The child has no birth certificate or personal id yet',
};
