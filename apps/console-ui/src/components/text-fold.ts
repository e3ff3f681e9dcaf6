/** Text as it is searched: without tone and vowel marks, in small letters (`Phường Ba Đình` → `phuong ba dinh`). */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
