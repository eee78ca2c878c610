import type { ImportAnswer } from '@an-sinh/contract'
import { formatDateVi } from '@an-sinh/domain'
import { CommandButton, ConfirmDialog, Notice, useLanguage, Waiting } from '@an-sinh/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { importMessages } from './import-messages.ts'
import {
  type CloseMatch,
  type CloseMatches as Listed,
  type CloseVerdict,
  decideCloseMatches,
  type ImportKindAnswer,
  listCloseMatches,
} from './import-requests.ts'

type Props = { readonly shown: ImportAnswer; readonly kind: ImportKindAnswer | undefined; readonly onOpen: (importId: string) => void }

/** Choices in words and days as people write them; everything else as it stands. */
const useWords = (): ((name: string, value: string | null | undefined) => string) => {
  const say = importMessages.useSay()
  return (name, value) => {
    if (value === null || value === undefined) return '–'
    if (name === 'sex' && (value === 'male' || value === 'female')) return say(`sex-${value}`)
    return name === 'bornOn' ? formatDateVi(value) : value
  }
}

const COMPARED = ['insuranceNumber', 'fullName', 'bornOn', 'sex', 'nationalId', 'address'] as const

/** One row above what the register says of the person whom it is like; what differs is marked by a sign as well. */
const Pair = ({
  match,
  kind,
  chosen,
  onChoose,
}: {
  readonly match: CloseMatch
  readonly kind: ImportKindAnswer | undefined
  readonly chosen: boolean
  readonly onChoose: (chosen: boolean) => void
}) => {
  const say = importMessages.useSay()
  const word = useWords()
  const inFile = (name: string): string | null => match.cells[kind?.columns.findIndex((column) => column.name === name) ?? -1] ?? null
  return (
    <tbody className="close-pair">
      <tr>
        <td rowSpan={2}>
          <input
            type="checkbox"
            checked={chosen}
            aria-label={say('closeChoose', { row: match.rowNo })}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        </td>
        <th scope="row">{say('closeInFile', { row: match.rowNo })}</th>
        {COMPARED.map((name) => {
          const differs = inFile(name) !== null && inFile(name) !== match.person?.[name]
          return <td key={name}>{differs ? <mark>≠ {word(name, inFile(name))}</mark> : word(name, inFile(name))}</td>
        })}
      </tr>
      <tr>
        <th scope="row">{say('closeInRegister')}</th>
        {COMPARED.map((name) => (
          <td key={name}>{word(name, match.person?.[name])}</td>
        ))}
      </tr>
    </tbody>
  )
}

const PairTable = ({
  rows,
  kind,
  chosen,
  onChosen,
}: {
  readonly rows: readonly CloseMatch[]
  readonly kind: ImportKindAnswer | undefined
  readonly chosen: ReadonlySet<number>
  readonly onChosen: (chosen: ReadonlySet<number>) => void
}) => {
  const say = importMessages.useSay()
  const { language } = useLanguage()
  const toggle = (rowNo: number, on: boolean): void => {
    const next = new Set(chosen)
    if (on) next.add(rowNo)
    else next.delete(rowNo)
    onChosen(next)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table is scrolled by the keyboard too
    <section className="table-scroll" tabIndex={0} aria-label={say('closeTitle')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('closeChosen')}</th>
            <th scope="col">{say('closeWhere')}</th>
            {COMPARED.map((name) => (
              <th key={name} scope="col">
                {kind?.columns.find((column) => column.name === name)?.title[language] ?? name}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((match) => (
          <Pair key={match.rowNo} match={match} kind={kind} chosen={chosen.has(match.rowNo)} onChoose={(on) => toggle(match.rowNo, on)} />
        ))}
      </table>
    </section>
  )
}

const useVerdict = (importId: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ rowNos, verdict }: { rowNos: readonly number[]; verdict: CloseVerdict }) =>
      decideCloseMatches(importId, rowNos, verdict),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['import', importId, 'close-matches'] })
      void client.invalidateQueries({ queryKey: ['imports'] })
    },
  })
}

type DecidingProps = {
  readonly found: Listed
  readonly kind: ImportKindAnswer | undefined
  readonly decide: ReturnType<typeof useVerdict>
}

/** Rows are chosen, then one verdict is said of them, and asked once more. */
const Deciding = ({ found: { rows, mayBeOther, waiting }, kind, decide }: DecidingProps) => {
  const say = importMessages.useSay()
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [asked, setAsked] = useState<CloseVerdict | null>(null)
  const [missing, setMissing] = useState(false)
  const verdicts: readonly CloseVerdict[] = mayBeOther ? ['same', 'other', 'neither'] : ['same', 'neither']
  const label = asked === null ? '' : say(`close-${asked}`, { count: chosen.size })
  return (
    <>
      <p>{say('closeLead', { count: waiting.toLocaleString('vi-VN') })}</p>
      <CommandButton onPress={() => setChosen(new Set(chosen.size === rows.length ? [] : rows.map(({ rowNo }) => rowNo)))}>
        {say(chosen.size === rows.length ? 'closeNobody' : 'closeAll')}
      </CommandButton>
      <PairTable rows={rows} kind={kind} chosen={chosen} onChosen={setChosen} />
      {missing && chosen.size === 0 ? <Notice kind="warning" live title={say('closeMissing')} /> : null}
      <div className="row">
        {verdicts.map((verdict) => (
          <CommandButton key={verdict} onPress={() => (chosen.size === 0 ? setMissing(true) : setAsked(verdict))}>
            {say(`close-${verdict}`, { count: chosen.size })}
          </CommandButton>
        ))}
      </div>
      <ConfirmDialog
        open={asked !== null}
        title={label}
        confirmLabel={label}
        cancelLabel={say('cancel')}
        busy={decide.isPending}
        onConfirm={() => {
          if (asked !== null) decide.mutate({ rowNos: [...chosen], verdict: asked })
        }}
        onCancel={() => setAsked(null)}
      >
        <p>{asked === null ? '' : say(`close-${asked}-text`)}</p>
      </ConfirmDialog>
    </>
  )
}

/** Rows that are like somebody known, for a person to decide; nothing of them is written before. */
export const CloseMatches = ({ shown, kind, onOpen }: Props) => {
  const say = importMessages.useSay()
  const common = sharedMessages.useSay()
  const found = useQuery({ queryKey: ['import', shown.importId, 'close-matches'], queryFn: () => listCloseMatches(shown.importId) })
  const decide = useVerdict(shown.importId)
  const written = decide.data?.writtenByImportId ?? null
  return (
    <section>
      <h2>{say('closeTitle')}</h2>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {decide.error === null ? null : <ProblemNotice error={decide.error} />}
      {written === null ? null : (
        <Notice kind="good" live title={say('closeWritten')}>
          <CommandButton onPress={() => onOpen(written)}>{say('openOther')}</CommandButton>
        </Notice>
      )}
      {found.data?.rows.length === 0 ? <p className="empty">{say('closeNone')}</p> : null}
      {found.data?.decidable === true && found.data.rows.length > 0 ? (
        // Another list begins with nothing chosen.
        <Deciding key={found.data.rows.map(({ rowNo }) => rowNo).join(' ')} found={found.data} kind={kind} decide={decide} />
      ) : null}
    </section>
  )
}
