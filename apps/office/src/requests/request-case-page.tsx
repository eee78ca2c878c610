import type { RequestCase } from '@an-sinh/contract'
import { CommandButton, Facts, Notice, TickField, useLanguage, Waiting } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from '../shared/api-problem.ts'
import { formatCivilDate, formatInstant } from '../shared/format-instant.ts'
import { useKeys } from '../shared/keyboard.ts'
import { OnlyReadsNotice, useOnlyReads } from '../shared/only-reads.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { type Chosen, ConfirmDecision, type Kind } from './confirm-decision.tsx'
import { DecidedNotice } from './decided-notice.tsx'
import { FieldTable, type Values } from './field-table.tsx'
import { decide, getRequest } from './request-calls.ts'
import { requestMessages } from './request-messages.ts'
import { RequestPhotos } from './request-photo.tsx'

type OpenedProps = { readonly shown: RequestCase; readonly onChanged: (after: RequestCase | null) => void; readonly onBack: () => void }

const firstValues = (shown: RequestCase): Values =>
  Object.fromEntries(shown.fields.flatMap(({ field, suggested, wanted }) => (wanted === null ? [] : [[field, suggested ?? wanted]])))

const wrongFieldsOf = (problem: unknown): string[] =>
  problem instanceof ApiProblem ? (problem.refusal?.fields ?? []).map(({ field }) => field) : []

const History = ({ shown }: { readonly shown: RequestCase }) => {
  const say = requestMessages.useSay()
  const { language } = useLanguage()
  return (
    <details>
      <summary>{say('history')}</summary>
      <ol>
        {shown.history.map(({ at, sentence, reason, said }) => (
          <li key={`${at} ${sentence.en}`}>
            {formatInstant(at)} – {sentence[language]}
            {reason === null ? null : `: ${reason[language]}`}
            {said === '' ? null : ` “${said}”`}
          </li>
        ))}
      </ol>
    </details>
  )
}

/** What the person says, beside what the register says. */
const Words = ({ shown }: { readonly shown: RequestCase }) => {
  const say = requestMessages.useSay()
  const { language } = useLanguage()
  const last = shown.history.findLast(({ said }) => said !== '')
  return (
    <>
      <Facts
        facts={[
          {
            label: say('person'),
            value: `${shown.person.fullName}, ${formatCivilDate(shown.person.bornOn)}, ${shown.person.insuranceNumber}`,
          },
          { label: say('line'), value: shown.shown.title[language] },
          { label: say('source'), value: shown.shown.source === 'persons' ? say('sourceRegister') : shown.shown.source },
          { label: say('problem'), value: shown.problem[language] },
          { label: say('dueOn'), value: formatCivilDate(shown.dueOn) },
        ]}
      />
      {shown.what === '' ? null : <blockquote className="sentence">{shown.what}</blockquote>}
      {last === undefined || shown.state !== 'in-review' ? null : <blockquote className="sentence">{last.said}</blockquote>}
    </>
  )
}

/** One decision: its order is made once, so that pressed twice it is one. */
const useDecision = (shown: RequestCase, values: Values, removes: boolean, onChanged: OpenedProps['onChanged']) => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [decisionId, setDecisionId] = useState(() => crypto.randomUUID())
  const send = async (kind: Kind, { reasonCode, said }: Chosen): Promise<boolean> => {
    setBusy(true)
    setProblem(null)
    const typed = Object.entries(values).flatMap(([field, value]) => (value.trim() === '' ? [] : [{ field, value }]))
    const accepts = kind === 'accept'
    const order = {
      decisionId,
      version: shown.version,
      kind,
      reasonCode,
      said,
      values: accepts && !removes ? typed : [],
      removesLine: accepts && removes,
    }
    try {
      onChanged(await decide(shown.requestId, order))
      setDecisionId(crypto.randomUUID())
      return true
    } catch (error) {
      setProblem(error)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, send }
}

const Commands = ({ onAsk }: { readonly onAsk: (kind: Kind) => void }) => {
  const say = requestMessages.useSay()
  useKeys({ a: () => onAsk('accept'), t: () => onAsk('ask'), c: () => onAsk('refuse') })
  return (
    <div className="row request-commands">
      <CommandButton kind="main" keyHint="A" onPress={() => onAsk('accept')}>
        {say('accept')}
      </CommandButton>
      <CommandButton keyHint="T" onPress={() => onAsk('ask')}>
        {say('ask')}
      </CommandButton>
      <CommandButton kind="danger" keyHint="C" onPress={() => onAsk('refuse')}>
        {say('refuse')}
      </CommandButton>
    </div>
  )
}

const Opened = ({ shown, onChanged, onBack }: OpenedProps) => {
  const say = requestMessages.useSay()
  const { language } = useLanguage()
  const [values, setValues] = useState(() => firstValues(shown))
  const [removes, setRemoves] = useState(false)
  const [asking, setAsking] = useState<Kind | null>(null)
  const { busy, problem, send } = useDecision(shown, values, removes, onChanged)
  const standing = shown.decision !== null && shown.decision.undoneWhy === null && !shown.decision.released
  const onlyReads = useOnlyReads()
  const open = !onlyReads && (shown.state === 'received' || shown.state === 'in-review') && !standing
  const labelOf = (field: string): string => shown.fields.find((one) => one.field === field)?.label[language] ?? field
  const changes = removes
    ? [say('removesLine')]
    : Object.entries(values).flatMap(([field, value]) =>
        value.trim() === '' ? [] : [`${labelOf(field)}: ${value === 'new' ? say('newPortrait') : value}`],
      )
  useKeys({ q: onBack })
  return (
    <>
      <DecidedNotice shown={shown} onChanged={onChanged} />
      {shown.now === null ? <Notice kind="warning" title={say('lineGone')} /> : null}
      <div className="request-case">
        <div>
          <Words shown={shown} />
          {shown.removable && open ? (
            <TickField name="removes" label={say('removes')} hint={say('removesHint')} checked={removes} onChange={setRemoves} />
          ) : null}
          <FieldTable shown={shown} values={values} wrong={wrongFieldsOf(problem)} locked={!open || removes} onChange={setValues} />
          {open ? <Commands onAsk={setAsking} /> : null}
          {onlyReads ? <OnlyReadsNotice /> : null}
        </div>
        <section aria-labelledby="request-papers">
          <h2 id="request-papers">{say('papers')}</h2>
          <RequestPhotos shown={shown} />
          <History shown={shown} />
        </section>
      </div>
      {asking === null ? null : (
        <ConfirmDecision
          shown={shown}
          kind={asking}
          changes={changes.length === 0 ? [say('nothingWritten')] : changes}
          busy={busy}
          problem={problem}
          onClose={() => setAsking(null)}
          onConfirm={(chosen) => void send(asking, chosen).then((done) => (done ? setAsking(null) : undefined))}
        />
      )}
    </>
  )
}

/** A request on one screen: words, field by field, papers, decision; keys as at the counter. */
export const RequestCasePage = ({ requestId, onBack }: { readonly requestId: string; readonly onBack: () => void }) => {
  const say = requestMessages.useSay()
  const common = sharedMessages.useSay()
  const client = useQueryClient()
  const key = ['request', requestId]
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => getRequest(requestId, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const title = found.data === undefined ? say('caseTitle') : say('caseTitleOf', { number: found.data.fileNumber })
  usePageTitle(title)
  const changed = (after: RequestCase | null): void => {
    if (after === null) void found.refetch()
    else client.setQueryData(key, after)
    void client.invalidateQueries({ queryKey: ['requests'] })
  }
  return (
    <main id="main" className="page">
      <div className="row">
        <h1 tabIndex={-1}>{title}</h1>
        <CommandButton kind="plain" keyHint="Q" onPress={onBack}>
          {say('back')}
        </CommandButton>
      </div>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : <Opened shown={found.data} onChanged={changed} onBack={onBack} />}
    </main>
  )
}
