/** One sentence in the two languages of the screens; Vietnamese is the binding one. */
export type Bilingual = { readonly vi: string; readonly en: string }
