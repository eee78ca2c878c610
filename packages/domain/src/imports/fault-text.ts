import type { Bilingual } from '../values/index.ts'

/** What was wrong with a cell or a row, and what the sender does about it. */
export type ImportFaultText = { readonly says: Bilingual; readonly fix: Bilingual }

export const fault = (vi: string, fixVi: string, en: string, fixEn: string): ImportFaultText => ({
  says: { vi, en },
  fix: { vi: fixVi, en: fixEn },
})
