const list = (text: string): readonly string[] => text.split(', ');

/** Streets that nearly every town has. */
export const STREETS = list(
  'Trần Hưng Đạo, Lê Lợi, Nguyễn Huệ, Hai Bà Trưng, Quang Trung, Lý Thường Kiệt, Phan Chu Trinh, Hùng Vương, ' +
    'Điện Biên Phủ, Nguyễn Trãi, Lê Duẩn, Ngô Quyền, Phan Đình Phùng, Nguyễn Du, Lê Hồng Phong, Trường Chinh, ' +
    'Cách Mạng Tháng Tám, Hoàng Văn Thụ, Nguyễn Thị Minh Khai, Bà Triệu, Lê Thánh Tông, Đinh Tiên Hoàng, ' +
    'Võ Thị Sáu, Phạm Ngũ Lão, Trần Phú, Nguyễn Văn Cừ, Phan Bội Châu, Tôn Đức Thắng, Kim Đồng, Yết Kiêu',
);

/** What the smallest places are called in a part of the country, and their own names. */
export interface Countryside {
  /** Kinds of village: drawn alike, so a frequent one stands more than once. */
  readonly kinds: readonly string[];
  readonly names: readonly string[];
  /** The smallest unit of a ward (phường). */
  readonly ward: string;
}

const VIET_NAMES = list(
  'Thượng, Trung, Hạ, Đông, Đoài, Nội, Ngoại, Phú Mỹ, Phú Hòa, An Bình, Tân Lập, Tiền Phong, Quyết Tiến, Đồng Tâm, ' +
    'Xuân Lai, Yên Phú, Hòa Bình, Đại Đồng, Vĩnh Lộc, Tân Tiến',
);

export const MOUNTAINS: Countryside = {
  kinds: list('Bản, Bản, Thôn, Xóm'),
  names: list(
    'Nà Lốc, Nà Mường, Nậm Pung, Nậm Cang, Pá Khoang, Phiêng Ban, Huổi Lực, Khuổi Luông, Nà Pồng, Tả Phìn, Lũng Cẩm, ' +
      'Pác Ngòi, Cốc Lếu, Nà Tấu, Pú Nhung, Chiềng Ve, Tân Lập, Đồng Tâm, Khe Sanh, Bản Mới',
  ),
  ward: 'Tổ dân phố',
};
export const RED_RIVER_DELTA: Countryside = {
  kinds: list('Thôn, Thôn, Xóm, Đội'),
  names: VIET_NAMES,
  ward: 'Tổ dân phố',
};
export const CENTRAL_COAST: Countryside = {
  kinds: list('Thôn, Thôn, Xóm'),
  names: VIET_NAMES,
  ward: 'Tổ dân phố',
};
export const HIGHLANDS: Countryside = {
  kinds: list('Buôn, Làng, Thôn, Thôn'),
  names: list(
    'Ea Sút, Ea Tam, Kon Rờ Bàng, Đăk Wâk, Plei Ốp, Plei Bầu, Krông Bông, Kmrơng, Đạ Nghịt, Tân Hòa, Tân Lập, Phú Xuân',
  ),
  ward: 'Tổ dân phố',
};
export const SOUTH: Countryside = {
  kinds: list('Ấp'),
  names: list(
    'Tân Phú, Tân Thành, Phú Thạnh, Bình Hòa, Mỹ Thuận, Hòa Lợi, An Thạnh, Long Bình, Vĩnh Hòa, Thạnh Lợi, Phước Hậu, ' +
      'Tân Lợi, Đông Hưng, Rạch Gốc, Cái Nước, Giồng Trôm, Trà Cú, Xẻo Đước',
  ),
  ward: 'Khu phố',
};

/** By the code of the province; the rest is of the coast. */
export const COUNTRYSIDES: Readonly<Record<string, Countryside>> = Object.fromEntries([
  ...list('04, 08, 11, 12, 14, 15, 19, 20, 25').map((code) => [code, MOUNTAINS] as const),
  ...list('01, 22, 24, 31, 33, 37').map((code) => [code, RED_RIVER_DELTA] as const),
  ...list('52, 66, 68').map((code) => [code, HIGHLANDS] as const),
  ...list('75, 79, 80, 82, 86, 91, 92, 96').map((code) => [code, SOUTH] as const),
]);
