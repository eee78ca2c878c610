import type { BodyOf, exportAuditRoute } from '@an-sinh/contract'
import { addDays } from '@an-sinh/domain'
import { ChoiceField, CommandButton, type DateBoxes, DateField, Notice, TextField } from '@an-sinh/ui'
import { type SyntheticEvent, useState } from 'react'
import { fetchFile } from '../shared/call-api.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { readBoxes, toBoxes } from '../shared/read-boxes.ts'
import { saveFile } from '../shared/save-file.ts'
import { serverNow } from '../shared/server-clock.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { auditExportMessages } from './audit-export-messages.ts'

type Order = BodyOf<typeof exportAuditRoute>
const FORMATS = ['jsonl', 'csv'] as const satisfies readonly Order['format'][]
const USUAL_DAYS = 7

const todayOf = (ms: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(ms)

/** One export at a time; what came of the last one stands until the next. */
const useExport = () => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [saved, setSaved] = useState<{ name: string; size: string } | null>(null)
  const send = async (body: Order): Promise<void> => {
    setBusy(true)
    setProblem(null)
    setSaved(null)
    try {
      const file = await fetchFile<typeof exportAuditRoute>('POST', '/api/counter/audit-exports', { body })
      const name = `nhat-ky-${body.fromOn}-${body.toOn}.${body.format}`
      saveFile(file, name)
      setSaved({ name, size: String(Math.ceil(file.size / 1024)) })
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, saved, send }
}

type DayProps = {
  readonly name: 'from' | 'to'
  readonly value: DateBoxes
  readonly onChange: (value: DateBoxes) => void
  readonly error: string | undefined
}

const Day = ({ name, value, onChange, error }: DayProps) => {
  const say = auditExportMessages.useSay()
  const labels = { day: say('day'), month: say('month'), year: say('year') }
  return (
    <DateField
      name={name}
      label={say(name)}
      labels={labels}
      value={value}
      onChange={(typed) => onChange({ ...value, ...typed })}
      error={error}
    />
  )
}

/** For an inspection: days, kind of file, and the second factor once more, since the file leaves the house. */
export const AuditExportPage = () => {
  const say = auditExportMessages.useSay()
  usePageTitle(say('title'))
  const [today] = useState(() => todayOf(serverNow()))
  const [from, setFrom] = useState(() => toBoxes(addDays(today, -USUAL_DAYS)))
  const [to, setTo] = useState(() => toBoxes(today))
  const [format, setFormat] = useState<Order['format']>('jsonl')
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState(false)
  const { busy, problem, saved, send } = useExport()
  const [fromOn, toOn] = [readBoxes(from), readBoxes(to)]
  const isTurned = fromOn !== null && toOn !== null && toOn < fromOn
  const isCode = /^\d{6}$/u.test(code.replaceAll(/\s/gu, ''))
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (busy || fromOn === null || toOn === null || isTurned || !isCode) return
    setAsked(false)
    setCode('')
    void send({ fromOn, toOn, officeId: null, format, code })
  }
  const toError = toOn === null ? say('dayWrong') : isTurned ? say('toWrong') : undefined
  return (
    <main id="main" className="page account-page desk-page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p>{say('lead')}</p>
      <form onSubmit={submit} noValidate>
        {problem === null ? null : <ProblemNotice error={problem} />}
        {saved === null ? null : <Notice kind="good" live title={say('done', saved)} />}
        <div className="row closure-days">
          <Day name="from" value={from} onChange={setFrom} error={asked && fromOn === null ? say('dayWrong') : undefined} />
          <Day name="to" value={to} onChange={setTo} error={asked ? toError : undefined} />
        </div>
        <ChoiceField
          name="format"
          label={say('format')}
          choices={FORMATS.map((value) => ({ value, label: say(`format-${value}`) }))}
          value={format}
          onChange={setFormat}
        />
        <TextField
          name="code"
          label={say('code')}
          hint={say('codeHint')}
          width="short"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          value={code}
          onChange={setCode}
          error={asked && !isCode ? say('codeMissing') : undefined}
        />
        {busy ? <Notice live title={say('working')} /> : null}
        <CommandButton type="submit" kind="main" busy={busy}>
          {say('export')}
        </CommandButton>
      </form>
    </main>
  )
}
