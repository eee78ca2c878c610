import { parseFormCode, parseScannedFormCode } from '@an-sinh/domain'
import { type FieldError, Notice, TextField, formatDate, useLanguage, useTexts } from '@an-sinh/ui'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../shared/api/call.ts'
import type { AnswerTo } from '../shared/api/routes.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { OpenPanel } from './open-panel.tsx'
import { TEXTS } from './texts.ts'

type Status = AnswerTo<'POST /api/registration-status'>

/** The QR of the form holds the code behind the #: it reaches no server log. It leaves the address at once. */
const takeCode = (): string => {
  const code = decodeURIComponent(location.hash.slice(1))
  if (code !== '') history.replaceState(history.state, '', location.pathname)
  return code
}

const StatusNotice = ({ status }: { readonly status: Status }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  return (
    <Notice kind="info" title={status.reads[language]} live>
      {status.dueOn === null ? null : <p>{text('status-due', { dueOn: formatDate(status.dueOn, language) })}</p>}
      <p>
        {text('status-next')}: {status.nextStep[language]}
      </p>
    </Notice>
  )
}

/** The code as typed, read from the QR, or rewritten by a Vietnamese typing method behind a scanner. */
const readCode = (typed: string): ReturnType<typeof parseFormCode> => {
  const direct = parseFormCode(typed)
  return direct.ok ? direct : parseScannedFormCode(typed)
}

const useStatus = (formCode: string | null): UseQueryResult<Status> =>
  useQuery({
    queryKey: ['registration-status', formCode],
    queryFn: async () => call('POST /api/registration-status', { body: { formCode: formCode ?? '' } }),
    enabled: formCode !== null,
    staleTime: 0,
  })

const codeFrom = (typed: string): string | null => {
  const read = typed === '' ? null : readCode(typed)
  return read?.ok === true ? read.formCode : null
}

/** State and next step by form code, nothing personal; from here the way into one's own registration. */
export const StatusPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const [typed, setTyped] = useState(takeCode)
  const [asked, setAsked] = useState(() => codeFrom(typed))
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const found = useStatus(asked)
  const look = (): void => {
    const read = readCode(typed)
    setErrors(read.ok ? [] : [{ field: 'formCode', sentence: text(read.code) }])
    if (read.ok && read.formCode === asked) void found.refetch()
    setAsked(read.ok ? read.formCode : null)
  }
  const results = (
    <>
      {found.isError ? <FailureNotice failure={found.error} /> : null}
      {found.data === undefined ? null : <StatusNotice status={found.data} />}
      {found.data === undefined || asked === null ? null : <OpenPanel key={asked} formCode={asked} />}
    </>
  )
  return (
    <StepPage
      title={text('status-title')}
      backTo="/"
      errors={errors}
      busy={found.isFetching}
      nextLabel={text('status-find')}
      onNext={look}
      aside={results}
    >
      <p>{text('status-lead')}</p>
      <TextField
        name="formCode"
        label={text('formCode')}
        hint={text('formCode-hint')}
        error={errors[0]?.sentence}
        width="medium"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={typed}
        onChange={setTyped}
      />
    </StepPage>
  )
}
