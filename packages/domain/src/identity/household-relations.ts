import type { Bilingual } from '../values/index.ts'

/** How a member stands to the head of the household, by the codes of the household list (two digits, 00 the head; list of relations in the household declaration). */
const HOUSEHOLD_RELATIONS: Readonly<Record<string, Bilingual>> = {
  '00': { vi: 'Chủ hộ', en: 'Head of household' },
  '01': { vi: 'Vợ', en: 'Wife' },
  '02': { vi: 'Chồng', en: 'Husband' },
  '03': { vi: 'Bố', en: 'Father' },
  '04': { vi: 'Mẹ', en: 'Mother' },
  '05': { vi: 'Em', en: 'Younger sibling' },
  '06': { vi: 'Anh', en: 'Elder brother' },
  '07': { vi: 'Chị', en: 'Elder sister' },
  '08': { vi: 'Con', en: 'Child' },
  '09': { vi: 'Cháu', en: 'Grandchild, nephew or niece' },
  '10': { vi: 'Ông', en: 'Grandfather' },
  '11': { vi: 'Bà', en: 'Grandmother' },
  '12': { vi: 'Cô', en: 'Aunt (father’s sister)' },
  '13': { vi: 'Dì', en: 'Aunt (mother’s sister)' },
  '14': { vi: 'Chú', en: 'Uncle (father’s younger brother)' },
  '15': { vi: 'Thím', en: 'Aunt (uncle’s wife)' },
  '16': { vi: 'Bác', en: 'Elder uncle or aunt' },
  '17': { vi: 'Cậu', en: 'Uncle (mother’s brother)' },
  '18': { vi: 'Mợ', en: 'Aunt (mother’s brother’s wife)' },
  '19': { vi: 'Con dâu', en: 'Daughter-in-law' },
  '20': { vi: 'Con rể', en: 'Son-in-law' },
  '21': { vi: 'Chắt', en: 'Great-grandchild' },
  '22': { vi: 'Khác', en: 'Other' },
}

/** In words; a code that is in no list is shown as it is, so that nothing is hidden for want of a word. */
export const describeHouseholdRelation = (code: string): Bilingual => HOUSEHOLD_RELATIONS[code] ?? { vi: code, en: code }
