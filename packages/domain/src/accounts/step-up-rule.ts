/** How long after signing in, or after proving once more, what opens an account further needs no further proof. Ours: no law names a time. */
export const STEP_UP_RULE = { version: 'step-up-1', minutes: 10 } as const
