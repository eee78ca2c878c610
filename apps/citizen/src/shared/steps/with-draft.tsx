import { useTexts, Waiting } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Redirect } from 'wouter'
import type { Draft } from '../draft/draft.ts'
import { useDraft } from '../draft/use-draft.ts'
import { TEXTS } from '../page/texts.ts'
import { START_PATH } from './steps.ts'

/** A step needs a draft of one's own: without one the registration begins at its beginning. */
export const WithDraft = ({ children }: { readonly children: (draft: Draft) => ReactNode }): ReactNode => {
  const state = useDraft()
  const text = useTexts(TEXTS)
  if (state.status === 'loading')
    return (
      <main id="main" className="page">
        <Waiting label={text('waiting')} />
      </main>
    )
  if (state.status !== 'ready' || state.draft.scope !== 'own') return <Redirect to={START_PATH} replace />
  return children(state.draft)
}
