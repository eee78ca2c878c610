export type Refusal = { status: number; vi: string; en: string; nextVi: string; nextEn: string }

/** One row: status, sentence and next step in Vietnamese, then both in English. */
export const row = (status: number, vi: string, nextVi: string, en: string, nextEn: string): Refusal => ({ status, vi, en, nextVi, nextEn })
