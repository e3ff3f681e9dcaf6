import { type Sex } from '@lienthong/contracts';

const list = (text: string): readonly string[] => text.split(', ');

/** How the people of an ethnicity (dân tộc) are named, where it is not as the Kinh are. */
export interface NamingCustom {
  /** Clans or surnames; about one person in seven has a Kinh surname instead. */
  readonly surnames: readonly string[];
  /** What stands before the given name (one word with it after an apostrophe: `H'Mai`), and the given names. */
  readonly names?: Readonly<Record<Sex, { readonly particle: string; readonly given: readonly string[] }>>;
  /** `Y Thương Niê`: the clan comes last. */
  readonly clanLast?: true;
  /** Children have their mother's clan. */
  readonly matrilineal?: true;
}

const TAI_NAMES = {
  male: { particle: 'Văn', given: list('Biên, Hặc, Inh, Kẻo, Muôn, Ón, Panh, Phong, Sơn, Thoong, Tiến, Ún') },
  female: { particle: 'Thị', given: list('Ánh, Dung, Én, Hặc, Inh, Lả, Ơn, Pâng, Phương, Pỏm, Thoa, Xuân') },
};
const HIGHLAND_NAMES = {
  male: {
    particle: 'Y',
    given: list('Bhiăng, Blăng, Djuang, Khoa, Lem, Phi, Sơn, Thông, Thuyên, Thương, Tuân, Wơn'),
  },
  female: {
    particle: "H'",
    given: list('Blơn, Bliăk, Chi, Duyên, Hoa, Len, Mai, Nga, Ngoan, Nuin, Phương, Thu'),
  },
};

/** By ethnicity; people of others are named as the Kinh are. */
export const NAMING_CUSTOMS: Readonly<Record<string, NamingCustom>> = {
  Tày: { surnames: list('Nông, Hoàng, Ma, Lương, Triệu, Bế, Hà, Hứa, Lục') },
  Nùng: { surnames: list('Nông, Hoàng, Lý, Vi, Lương, Mông, Chu, Phùng') },
  Thái: { surnames: list('Lò, Quàng, Cà, Tòng, Lường, Vi, Hà, Cầm, Lù'), names: TAI_NAMES },
  Mường: { surnames: list('Bùi, Quách, Đinh, Hà, Phạm, Bạch') },
  Mông: {
    surnames: list('Giàng, Sùng, Vàng, Thào, Mùa, Hạng, Lầu, Cứ, Lý, Tráng, Vừ'),
    names: {
      male: {
        particle: 'A',
        given: list('Chứ, Chu, Dình, Dơ, Ký, Lử, Páo, Phử, Pó, Sếnh, Sình, Tủa, Vảng, Vừ'),
      },
      female: {
        particle: 'Thị',
        given: list('Chía, Chư, Dở, Dua, Ly, Mai, Máy, Mỷ, Pà, Pàng, Sông, Sua, Xúa'),
      },
    },
  },
  Dao: {
    surnames: list('Triệu, Bàn, Đặng, Phùng, Lý, Chảo, Tẩn'),
    names: {
      male: { particle: 'Văn', given: list('Chòi, Kiêm, Lai, Phin, Phú, Quý, Sơn, Thanh, Tòng, Vượng') },
      female: { particle: 'Mùi', given: list('Chạn, Coi, Lai, Liều, Mẩy, Nhậy, Pham, Phương, Sểnh, Viện') },
    },
  },
  Khmer: {
    surnames: list('Thạch, Sơn, Kim, Danh, Châu, Lâm, Kiên, Trà'),
    names: {
      male: {
        particle: 'Văn',
        given: list('Khêl, Minh, Phol, Phi, Rinh, Sô Phan, Thươl, Tha Ra, Ươl, Vinh'),
      },
      female: {
        particle: 'Thị',
        given: list('Bô Pha, Hương, Na Ri, Rươl, Sa Rết, Sô Phia, Thi, Thu, Vanh Na'),
      },
    },
  },
  Hoa: { surnames: list('Lâm, Trần, Lý, Huỳnh, Quách, Vương, Tăng, Trương') },
  'Gia Rai': {
    surnames: list('Rơ Châm, Siu, Kpă, Rơ Mah, Ksor, Nay, Rah Lan'),
    names: HIGHLAND_NAMES,
    matrilineal: true,
  },
  'Ê Đê': {
    surnames: list('Niê, Mlô, Ayŭn, Byă, Êban, Kbuôr, Ênuôl'),
    names: HIGHLAND_NAMES,
    clanLast: true,
    matrilineal: true,
  },
  'Ba Na': { surnames: list('Đinh') },
  'Cơ Ho': {
    surnames: list('Cil, Rơ Ông, Lơ Mu, Bon Yô, Kơ Să'),
    names: {
      male: { particle: 'Ha', given: list('Brin, Duy, Krang, Póh, Sinh, Thuyên, Tiến, Wơn') },
      female: { particle: 'Ka', given: list('Brèm, Dim, Glễ, Hem, Liên, Nhim, Rim, Thủy') },
    },
    matrilineal: true,
  },
  Chăm: { surnames: list('Bá, Đàng, Hán, Lưu, Quảng, Thành, Thiên'), matrilineal: true },
  Raglay: { surnames: list('Pi Năng, Chamaléa, Katơr, Cao, Mấu'), matrilineal: true },
  'Cơ Tu': { surnames: list('Alăng, Arất, Bhnướch, Zơrâm, Pơloong, Bríu') },
  Hrê: { surnames: list('Đinh, Phạm') },
  'Bru - Vân Kiều': { surnames: list('Hồ') },
};

type Shares = readonly (readonly [ethnicity: string, share: number])[];

/** Provinces (code) where peoples other than Kinh make up a good share, with the share of each: rounded estimates. */
export const ETHNICITIES_BY_PROVINCE: Readonly<Record<string, Shares>> = {
  '04': shares('Tày 0.4, Nùng 0.3, Mông 0.11, Dao 0.1'),
  '08': shares('Tày 0.24, Mông 0.2, Dao 0.14, Nùng 0.05'),
  '11': shares('Mông 0.38, Thái 0.36'),
  '12': shares('Thái 0.3, Mông 0.24, Dao 0.12'),
  '14': shares('Thái 0.53, Mông 0.15, Mường 0.08'),
  '15': shares('Mông 0.19, Tày 0.16, Dao 0.12, Thái 0.05'),
  '19': shares('Tày 0.2, Nùng 0.07, Dao 0.05'),
  '20': shares('Nùng 0.43, Tày 0.36'),
  '22': shares('Dao 0.04, Tày 0.03'),
  '25': shares('Mường 0.2'),
  '38': shares('Mường 0.1, Thái 0.06'),
  '40': shares('Thái 0.1'),
  '44': shares('Bru - Vân Kiều 0.05'),
  '48': shares('Cơ Tu 0.02'),
  '51': shares('Hrê 0.07, Ba Na 0.04'),
  '52': shares('Gia Rai 0.13, Ba Na 0.06'),
  '56': shares('Raglay 0.06, Chăm 0.03'),
  '66': shares('Ê Đê 0.12, Chăm 0.01'),
  '68': shares('Cơ Ho 0.05, Chăm 0.01'),
  '79': shares('Hoa 0.03'),
  '86': shares('Khmer 0.08'),
  '91': shares('Khmer 0.06'),
  '92': shares('Khmer 0.1'),
  '96': shares('Khmer 0.04'),
};

function shares(text: string): Shares {
  return list(text).map((entry) => {
    const space = entry.lastIndexOf(' ');
    return [entry.slice(0, space), Number(entry.slice(space + 1))] as const;
  });
}
