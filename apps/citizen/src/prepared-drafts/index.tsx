import { Button, Facts, formatDate, Notice, TextField, useLanguage, useTexts } from '@an-sinh/ui'
import { type ReactNode, type SyntheticEvent, useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { call } from '../shared/api/call.ts'
import { changeFields, loadDraft, readDraft, startDraft } from '../shared/draft/draft-store.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Page } from '../shared/page/page.tsx'
import { pathOf, START_PATH } from '../shared/steps/steps.ts'
import { isDraftOf, layOut, type Prepared } from './lay-out-draft.ts'
import { TEXTS } from './texts.ts'

/** The slip's QR code carries the code behind the #, where no server and no log sees it. */
const codeOfAddress = (): string => decodeURIComponent(location.hash.slice(1))

const openHere = async (code: string): Promise<Prepared> => {
  const prepared = await call('POST /api/prepared-drafts/openings', { body: { code } })
  await loadDraft()
  const before = readDraft()
  if (before.status !== 'ready' || !isDraftOf(before.draft, prepared)) startDraft()
  const state = readDraft()
  if (state.status === 'ready') changeFields(state.draft.registrationId, layOut(state.draft.fields, prepared))
  return prepared
}

const Opened = ({ prepared }: { readonly prepared: Prepared }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const [, navigate] = useLocation()
  return (
    <>
      <Notice kind="good" live title={text('opened', { employer: prepared.employerName })}>
        <p>{text('check')}</p>
      </Notice>
      <Facts
        facts={[
          { label: text('name'), value: prepared.fullName },
          { label: text('born'), value: prepared.birthYearOnly ? prepared.bornOn.slice(0, 4) : formatDate(prepared.bornOn, language) },
          { label: text('number'), value: prepared.insuranceNumber ?? text('none') },
          { label: text('national-id'), value: prepared.nationalId ?? text('none') },
        ]}
      />
      <p className="quiet">{text('bound')}</p>
      <div className="button-row">
        <Button onClick={() => navigate(pathOf('identity'))}>{text('go-on')}</Button>
      </div>
    </>
  )
}

const useOpening = () => {
  const [prepared, setPrepared] = useState<Prepared | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const open = (code: string): void => {
    if (busy) return
    setBusy(true)
    setFailure(null)
    openHere(code)
      .then(setPrepared)
      .catch(setFailure)
      .finally(() => setBusy(false))
  }
  return { prepared, failure, busy, open }
}

/** The code on the slip of the employer: what it laid out comes onto this phone, to be checked and completed. */
export const PreparedDraftPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const [code, setCode] = useState(codeOfAddress)
  const [asked, setAsked] = useState(false)
  const { prepared, failure, busy, open } = useOpening()
  // The code goes out of the address at once: a shared phone keeps its history.
  useEffect(() => {
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname)
  }, [])
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (code.trim() !== '') open(code.trim())
  }
  return (
    <Page title={text('title')}>
      {prepared === null ? (
        <>
          <p className="lead">{text('lead')}</p>
          <form onSubmit={submit} noValidate>
            {failure === null ? null : <FailureNotice failure={failure} />}
            <TextField
              name="code"
              label={text('code')}
              hint={text('code-hint')}
              error={asked && code.trim() === '' ? text('code-missing') : undefined}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={40}
              value={code}
              onChange={setCode}
            />
            <Button type="submit" busy={busy}>
              {text('open')}
            </Button>
          </form>
          <p>
            <Link href={START_PATH}>{text('without')}</Link>
          </p>
        </>
      ) : (
        <Opened prepared={prepared} />
      )}
    </Page>
  )
}
