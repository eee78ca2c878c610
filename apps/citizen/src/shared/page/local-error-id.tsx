import type { LocalErrorKind } from '@an-sinh/domain'
import { useTexts } from '@an-sinh/ui'
import { type ReactNode, useEffect, useState } from 'react'
import { TEXTS } from './texts.ts'

/** An id to read out for an error that no server heard of. Its maker is loaded when it is needed; what cannot be loaded shows no id. */
export const LocalErrorId = ({ kind }: { readonly kind: LocalErrorKind }): ReactNode => {
  const text = useTexts(TEXTS)
  const [id, setId] = useState<string | null>(null)
  useEffect(() => {
    import('../api/make-local-id.ts').then(
      ({ makeLocalId }) => setId(makeLocalId(kind)),
      () => undefined,
    )
  }, [kind])
  return id === null ? null : <p className="quiet">{text('request-id', { id })}</p>
}
