import type { SheetFacts } from '@an-sinh/contract'
import { CommandButton, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { saveFile } from '../shared/save-file.ts'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { Announcements } from './announcements.tsx'
import { invitationMessages } from './invitation-messages.ts'
import { fetchSheet, getSheetFacts } from './invitation-requests.ts'
import { SelectField } from '../shared/select-field.tsx'

const Sheets = ({ facts }: { readonly facts: SheetFacts }) => {
  const say = invitationMessages.useSay()
  const [pages, setPages] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const save = async (kind: 'poster' | 'guide'): Promise<void> => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      saveFile(await fetchSheet(kind, pages), kind === 'poster' ? 'to-roi.pdf' : 'huong-dan.pdf')
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section aria-labelledby="sheets">
      <h2 id="sheets">{say('sheets')}</h2>
      <SelectField
        name="sheet-department"
        label={say('sheetFor')}
        value={pages}
        options={[
          ['', say('wholeEmployer')],
          ...(facts.departments.length === 0 ? [] : [['*', say('eachDepartment')] as const]),
          ...facts.departments.map((one): [string, string] => [one, one]),
        ]}
        onChange={setPages}
      />
      {problem === null ? null : <ProblemNotice error={problem} />}
      <div className="row">
        <CommandButton busy={busy} onPress={() => void save('poster')}>
          {say('poster')}
        </CommandButton>
        <CommandButton busy={busy} onPress={() => void save('guide')}>
          {say('guide')}
        </CommandButton>
      </div>
      <p className="small">
        {say('sheetNote', { office: facts.office.name, officeAddress: facts.office.address, hours: facts.office.hours })}
      </p>
    </section>
  )
}

/** Paper to hang up and to hand out, and words to copy. */
export const SheetsPage = () => {
  const say = invitationMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('sheetsTitle'))
  const found = useQuery({ queryKey: ['sheet-facts'], queryFn: ({ signal }) => getSheetFacts(signal) })
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('sheetsTitle')}</h1>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : (
        <>
          <Sheets facts={found.data} />
          <h2>{say('announcements')}</h2>
          <p>{say('announcementsLead')}</p>
          <Announcements facts={found.data} />
        </>
      )}
    </main>
  )
}
