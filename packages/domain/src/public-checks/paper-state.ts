import type { Bilingual } from '../values/index.ts'

/** What kinds of paper carry a code that anybody may check. */
export type PaperKind = 'statement' | 'health-card' | 'receipt' | 'agent-badge' | 'hand-over'

/**
 * `altered`: the code names something of ours and was changed. `disputed`: two agents stand under one authorisation.
 * `erased`: genuine, and kept so long that its words are gone.
 */
export type PaperState = 'valid' | 'not-yet' | 'expired' | 'withdrawn' | 'altered' | 'disputed' | 'erased' | 'unknown'

/** What a checker compares with the paper: nothing that the holder did not choose to share. */
export type PaperLine = { readonly label: Bilingual; readonly value: Bilingual }
