import { type Sex } from '@lienthong/contracts';
import { weighted } from './random';

const list = (text: string): readonly string[] => text.split(', ');

/** Kinh surnames (họ) by how often they occur (per cent, rounded). */
export const KINH_SURNAMES = weighted<string>(
  list(
    'Nguyễn 31.5, Trần 10.9, Lê 8.9, Phạm 5.9, Hoàng 2.9, Phan 2.8, Huỳnh 2.2, Vũ 2.2, Võ 2.1, Đặng 1.9, Bùi 1.8, ' +
      'Đỗ 1.7, Hồ 1.3, Ngô 1.2, Dương 1.1, Lý 0.8, Đinh 0.8, Trương 0.8, Đoàn 0.7, Trịnh 0.7, Mai 0.6, Đào 0.6, ' +
      'Lương 0.6, Cao 0.6, Hà 0.5, Tạ 0.4, Tô 0.3, Châu 0.3, Thái 0.2, Lưu 0.2, Tống 0.2, Phùng 0.4, Quách 0.1, Lâm 0.5',
  ).map((entry) => {
    const [surname = '', share] = entry.split(' ');
    return [surname, Number(share)] as const;
  }),
);

/** How a generation is named. The shares of the traditional middle name are planning values. */
export interface NamesOfGeneration {
  /** The traditional middle name (chữ đệm: Văn, Thị) and the share of people who have it. */
  readonly traditional: string;
  readonly share: number;
  readonly middle: readonly string[];
  readonly given: readonly string[];
}

/** Those born before about 1970: nearly all Văn and Thị, short and often plain names. */
export const ELDER_NAMES: Readonly<Record<Sex, NamesOfGeneration>> = {
  male: {
    traditional: 'Văn',
    share: 0.65,
    middle: list('Đức, Hữu, Công, Xuân, Đình, Quang, Ngọc, Thế, Trọng, Viết, Bá, Tấn'),
    given: list(
      'Ba, Bảy, Bính, Canh, Chiến, Chính, Dần, Đông, Giáp, Hai, Hiền, Hòa, Hợi, Khánh, Kỷ, Lợi, Mạnh, Mão, Mậu, Năm, ' +
        'Nghĩa, Ngọ, Phú, Quý, Sáu, Sửu, Tám, Tân, Thân, Thìn, Thọ, Thuận, Tư, Tuất, Tý, Vinh, Xuân',
    ),
  },
  female: {
    traditional: 'Thị',
    share: 0.88,
    middle: list('Kim, Ngọc, Thanh, Tuyết, Xuân, Bích'),
    given: list(
      'Ba, Bé, Bích, Bốn, Cúc, Đào, Điệp, Gái, Hai, Hiền, Hoa, Hòa, Huệ, Lan, Liên, Loan, Lộc, Lý, Mai, Mận, Mười, Mùi, ' +
        'Năm, Nga, Nhàn, Nụ, Phúc, Sáu, Tám, Thắm, Thơm, Thu, Tư, Tuyết, Út, Vân, Xuân, Yến',
    ),
  },
};

/** Today's parents, and the children of those who die. */
export const ADULT_NAMES: Readonly<Record<Sex, NamesOfGeneration>> = {
  male: {
    traditional: 'Văn',
    share: 0.35,
    middle: list(
      'Đức, Minh, Quang, Hữu, Công, Xuân, Thanh, Anh, Ngọc, Đình, Tuấn, Quốc, Hoàng, Mạnh, Duy, Trung',
    ),
    given: list(
      'An, Anh, Bình, Cường, Dũng, Duy, Đạt, Đức, Giang, Hải, Hiếu, Hoàng, Hùng, Huy, Khánh, Khoa, Kiên, Lâm, Linh, ' +
        'Long, Lộc, Minh, Nam, Nghĩa, Nhân, Phong, Phúc, Quân, Quang, Sơn, Tài, Tân, Thành, Thắng, Thịnh, Tiến, Toàn, ' +
        'Trung, Trường, Tú, Tuấn, Tùng, Việt, Vinh, Vũ',
    ),
  },
  female: {
    traditional: 'Thị',
    share: 0.55,
    middle: list(
      'Ngọc, Thanh, Thu, Minh, Phương, Kim, Thùy, Hoài, Diệu, Mỹ, Hồng, Bích, Cẩm, Thúy, Kiều, Như',
    ),
    given: list(
      'An, Anh, Ánh, Bình, Châu, Chi, Dung, Duyên, Giang, Hà, Hạnh, Hằng, Hiền, Hoa, Hồng, Hương, Huyền, Lan, Linh, ' +
        'Loan, Ly, Mai, My, Nga, Ngân, Ngọc, Nhung, Như, Oanh, Phương, Quyên, Quỳnh, Tâm, Thảo, Thúy, Thư, Trang, ' +
        'Trâm, Trinh, Tuyền, Uyên, Vân, Vy, Yến',
    ),
  },
};

/** Newborns: two names chosen as one, hardly any Văn or Thị. */
export const NEWBORN_NAMES: Readonly<Record<Sex, NamesOfGeneration>> = {
  male: {
    traditional: 'Văn',
    share: 0.05,
    middle: list('Minh, Gia, Bảo, Anh, Đức, Hoàng, Quốc, Khánh, Nhật, Tuấn, Hải, Đăng, Thiên, Phúc, Hữu'),
    given: list(
      'An, Bách, Bảo, Bình, Dũng, Đạt, Hiếu, Huy, Hưng, Khang, Khoa, Khôi, Kiên, Kiệt, Lâm, Long, Minh, Nam, Nguyên, ' +
        'Nhân, Phát, Phong, Phú, Phúc, Quân, Quang, Sơn, Tâm, Thành, Thịnh, Trí, Trung, Tùng, Vinh, Vũ',
    ),
  },
  female: {
    traditional: 'Thị',
    share: 0.06,
    middle: list(
      'Bảo, Gia, Ngọc, Minh, Khánh, Phương, Thanh, Hà, Quỳnh, Thảo, Tuệ, Nhã, Cát, Kim, Diệp, Thiên',
    ),
    given: list(
      'An, Anh, Ân, Băng, Châu, Chi, Dung, Đan, Giang, Hà, Hân, Hương, Khuê, Lam, Lan, Linh, Mai, Mẫn, My, Nghi, Ngân, ' +
        'Ngọc, Nguyên, Nhi, Nhiên, Như, Quyên, Quỳnh, Thảo, Thư, Thy, Trang, Trâm, Trúc, Uyên, Vân, Vy, Yến',
    ),
  },
};
