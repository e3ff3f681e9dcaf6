/** One of the 54 peoples of Viet Nam (dân tộc), by its code and name in the official list. */
export interface Ethnicity {
  /** Two digits. */
  readonly code: string;
  readonly name: string;
  /** Other spellings and names under which papers know it. Accents, case and signs need none of their own. */
  readonly variants: readonly string[];
}

/**
 * The official list (Danh mục các thành phần dân tộc Việt Nam, Quyết định 121-TCTK/PPCĐ of 2/3/1979, General Statistics
 * Office), in its order. Names are spelled as in the census of 2019. Names that the list gives to two peoples
 * ("Thổ" is also said of Tày and Khmer, "Tày" also of Thái) stand only for the people that bears them.
 */
export const ETHNICITIES: readonly Ethnicity[] = [
  of('01', 'Kinh', 'Việt'),
  of('02', 'Tày', 'Ngạn', 'Phén', 'Thù Lao', 'Pa Dí'),
  of('03', 'Thái', 'Thái Trắng', 'Thái Đen', 'Tày Khao', 'Tày Đăm', 'Tày Mười', 'Pu Thay'),
  of('04', 'Hoa', 'Hán', 'Triều Châu', 'Phúc Kiến', 'Quảng Đông', 'Hải Nam', 'Xạ Phạng'),
  of('05', 'Khmer', 'Khơ Me', 'Khơ Mer', 'Krôm', 'Miên'),
  of('06', 'Mường', 'Mol', 'Mual', 'Ao Tá'),
  of('07', 'Nùng', 'Nùng An', 'Nùng Cháo', 'Nùng Lòi', 'Phàn Sình', 'Quý Rim', 'Khèn Lài'),
  of('08', 'Mông', 'Hmông', 'Mèo', 'Mông Hoa', 'Mông Xanh', 'Mông Đỏ', 'Mông Trắng', 'Ná Miẻo'),
  of('09', 'Dao', 'Mán', 'Dao Đỏ', 'Dao Tiền', 'Dao Quần Chẹt', 'Thanh Y', 'Quần Trắng', 'Lô Gang'),
  of('10', 'Gia Rai', 'Giơ Rai', 'Jrai', 'Jarai', 'Chơ Rai', 'Hdrung'),
  of('11', 'Ngái', 'Khách Gia', 'Hắc Cá'),
  of('12', 'Ê Đê', 'Ra Đê', 'Rhađê', 'Kpạ', 'Ađham', 'Blô', 'Mđhur'),
  of('13', 'Ba Na', 'Bahnar', 'Gơ Lar', 'Rơ Ngao', 'Ba Na Kriêm'),
  of('14', 'Xơ Đăng', 'Xê Đăng', 'Sedang', 'Xơ Teng', 'Tơ Đrá', 'Ca Dong', 'Ha Lăng'),
  of('15', 'Sán Chay', 'Cao Lan', 'Sán Chỉ', 'Cao Lan - Sán Chỉ', 'Hờn Bạn'),
  of('16', 'Cơ Ho', 'Kơ Ho', "K'Ho", 'Xrê', 'Lạch', 'Cil', 'Chil'),
  of('17', 'Chăm', 'Chàm', 'Chiêm Thành', 'Hroi'),
  of('18', 'Sán Dìu', 'Sán Dẻo', 'Trại', 'Trại Đất'),
  of('19', 'Hrê', 'Chăm Rê', 'Thạch Bích'),
  of('20', 'Mnông', 'Pnông', 'Bu Nông', 'Gar', 'Rlâm', 'Preh'),
  of('21', 'Raglay', 'Ra Glai', 'Rai', 'Noang'),
  of('22', 'Xtiêng', 'Stiêng', 'Xa Điêng'),
  of('23', 'Bru - Vân Kiều', 'Bru', 'Vân Kiều', 'Măng Coong', 'Trì', 'Khùa'),
  of('24', 'Thổ', 'Kẹo', 'Mọn', 'Cuối', 'Đan Lai', 'Ly Hà', 'Tày Poọng'),
  of('25', 'Giáy', 'Nhắng', 'Dẩng', 'Cùi Chu'),
  of('26', 'Cơ Tu', 'Ca Tu', 'Cao', 'Hạ', 'Ca Tang'),
  of('27', 'Gié Triêng', 'Giẻ Triêng', 'Gié', 'Triêng', 'Đgiéh', 'Tareh', 'Ve', 'Bnoong'),
  of('28', 'Mạ', 'Châu Mạ', 'Mạ Ngăn', 'Mạ Xốp'),
  of('29', 'Khơ Mú', 'Xá Cẩu', 'Mứn Xen', 'Pu Thềnh', 'Tềnh'),
  of('30', 'Co', 'Cor', 'Cua', 'Cùa', 'Trầu'),
  of('31', 'Tà Ôi', 'Pa Cô', 'Pa Hi', 'Ba Hi', 'Tôi Ôi'),
  of('32', 'Chơ Ro', 'Châu Ro', 'Dơ Ro'),
  of('33', 'Kháng', 'Xá Khao', 'Xá Súa', 'Quảng Lâm'),
  of('34', 'Xinh Mun', 'Puộc', 'Pụa'),
  of('35', 'Hà Nhì', 'U Ní', 'Xá U Ní'),
  of('36', 'Chu Ru', 'Churu', 'Chơ Ru'),
  of('37', 'Lào', 'Lào Bốc', 'Lào Nọi'),
  of('38', 'La Chí', 'Cù Tê', 'La Quả'),
  of('39', 'La Ha', 'Khlá Phlạo', 'Xá Khắc'),
  of('40', 'Phù Lá', 'Bồ Khô Pạ', 'Phổ', 'Va Xơ Lao'),
  of('41', 'La Hủ', 'Xá Vàng', 'Cò Xung', 'Khù Sung', 'Khả Quy'),
  of('42', 'Lự', 'Lừ', 'Nhuồn', 'Mun Di'),
  of('43', 'Lô Lô', 'Mun Dìn'),
  of('44', 'Chứt', 'Sách', 'Mày', 'Rục', 'Mã Liềng', 'A Rem', 'Xơ Lang'),
  of('45', 'Mảng', 'Mảng Ư', 'Xá Lá Vàng'),
  of('46', 'Pà Thẻn', 'Pà Hưng', 'Tống'),
  of('47', 'Cơ Lao', 'Cờ Lao'),
  of('48', 'Cống', 'Xắm Khống', 'Mấng Nhé', 'Xá Xeng'),
  of('49', 'Bố Y', 'Chủng Chá', 'Trọng Gia', 'Tu Dí', 'Tu Dìn'),
  of('50', 'Si La', 'Cù Dề Xừ', 'Khả Pẻ'),
  of('51', 'Pu Péo', 'Ka Pèo', 'Pen Ti Lô Lô'),
  of('52', 'Brâu', 'Brao'),
  of('53', 'Ơ Đu', 'Tày Hạt'),
  of('54', 'Rơ Măm'),
];

function of(code: string, name: string, ...variants: string[]): Ethnicity {
  return { code, name, variants };
}
