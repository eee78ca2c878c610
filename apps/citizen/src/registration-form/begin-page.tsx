import { Button, ConfirmDialog, formatInstant, useLanguage, useTexts } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Draft } from '../shared/draft/draft.ts'
import { draftWritten, dropDraft, listDrafts, openDraft, startDraft } from '../shared/draft/draft-store.ts'
import { Page } from '../shared/page/page.tsx'
import { firstOpenStep, pathOf } from '../shared/steps/steps.ts'
import { TEXTS } from './texts.ts'

const NEEDS = ['start-need-paper', 'start-need-phone', 'start-need-number', 'start-need-camera'] as const
const KEY = ['drafts']

const listOwn = async (): Promise<readonly Draft[]> => {
  await draftWritten()
  return (await listDrafts()).filter((draft) => draft.scope === 'own')
}

const DraftPanel = ({ draft, onGone }: { readonly draft: Draft; readonly onGone: () => void }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const [, navigate] = useLocation()
  const [asking, setAsking] = useState(false)
  const goOn = (): void => {
    openDraft(draft)
    navigate(draft.submission === null ? pathOf(firstOpenStep(draft)) : pathOf('check'))
  }
  const name = draft.fields.fullName.trim()
  return (
    <div className="panel">
      <h3>{name === '' ? text('start-draft-unnamed') : text('start-draft-name', { name })}</h3>
      {draft.submission === null ? null : <p>{text('start-draft-waiting')}</p>}
      <p className="quiet">{text('start-draft-touched', { at: formatInstant(new Date(draft.touchedAt).toISOString(), language) })}</p>
      <div className="button-row">
        <Button onClick={goOn}>{text('start-go-on')}</Button>
        <Button kind="second" onClick={() => setAsking(true)}>
          {text('start-delete')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={text('start-delete-title')}
        confirmLabel={text('start-delete-confirm')}
        cancelLabel={text('start-delete-cancel')}
        onConfirm={() => void dropDraft(draft.registrationId).then(onGone)}
        onCancel={() => setAsking(false)}
      >
        <p>{text('start-delete-text')}</p>
      </ConfirmDialog>
    </div>
  )
}

/** Before the first question: what is needed, and the drafts that lie on this device already. */
export const BeginPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const drafts = useQuery({ queryKey: KEY, queryFn: listOwn, staleTime: 0, gcTime: 0 }).data ?? []
  const begin = (): void => {
    startDraft()
    navigate(pathOf('identity'))
  }
  return (
    <Page title={text('start-title')}>
      <p className="lead">{text('start-lead')}</p>
      {drafts.length === 0 ? null : <h2>{text('start-drafts')}</h2>}
      {drafts.map((draft) => (
        <DraftPanel key={draft.registrationId} draft={draft} onGone={() => void queryClient.invalidateQueries({ queryKey: KEY })} />
      ))}
      <h2>{text('start-need')}</h2>
      <ul>
        {NEEDS.map((key) => (
          <li key={key}>{text(key)}</li>
        ))}
      </ul>
      <div className="button-row">
        <Button kind={drafts.length === 0 ? 'main' : 'second'} onClick={begin}>
          {text(drafts.length === 0 ? 'start-begin' : 'start-begin-new')}
        </Button>
      </div>
      <p>
        <Link href="/to-khai">{text('start-way-back')}</Link>
      </p>
      <p>
        <Link href="/dang-ky/ma">{text('start-employer-code')}</Link>
      </p>
    </Page>
  )
}
