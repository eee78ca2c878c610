import type { RosterImport } from '@an-sinh/contract'
import { CommandButton, Waiting } from '@an-sinh/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { AreaLink } from '../shared/area-link.tsx'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { saveFile } from '../shared/save-file.ts'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { NewRosterFile } from './new-roster-file.tsx'
import { rosterMessages } from './roster-messages.ts'
import { fetchTemplate, listFiles, startFromRegister } from './roster-requests.ts'

const Templates = () => {
  const say = rosterMessages.useSay()
  const fetching = useMutation({
    mutationFn: async (format: 'csv' | 'xlsx') => saveFile(await fetchTemplate(format), `mau-danh-sach.${format}`),
  })
  return (
    <section className="roster-part" aria-labelledby="roster-template">
      <h2 id="roster-template">{say('templateTitle')}</h2>
      <p>{say('templateText')}</p>
      <div className="row">
        {(['xlsx', 'csv'] as const).map((format) => (
          <CommandButton key={format} busy={fetching.isPending} onPress={() => fetching.mutate(format)}>
            {say('template', { format: format.toUpperCase() })}
          </CommandButton>
        ))}
      </div>
      {fetching.error === null ? null : <ProblemNotice error={fetching.error} />}
    </section>
  )
}

const FromRegister = ({ onStarted }: { readonly onStarted: (started: RosterImport) => void }) => {
  const say = rosterMessages.useSay()
  const start = useMutation({ mutationFn: startFromRegister, onSuccess: onStarted })
  return (
    <section className="roster-part" aria-labelledby="roster-register">
      <h2 id="roster-register">{say('registerTitle')}</h2>
      <p>{say('registerText')}</p>
      <CommandButton onPress={() => start.mutate()} busy={start.isPending}>
        {say('fromRegister')}
      </CommandButton>
      {start.error === null ? null : <ProblemNotice error={start.error} />}
    </section>
  )
}

const Files = () => {
  const say = rosterMessages.useSay()
  const common = sharedMessages.useSay()
  const found = useQuery({ queryKey: ['roster-files'], queryFn: listFiles })
  return (
    <section className="roster-part" aria-labelledby="roster-files">
      <h2 id="roster-files">{say('filesTitle')}</h2>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data?.length === 0 ? <p className="empty">{say('filesNone')}</p> : null}
      <ul className="roster-files">
        {found.data?.map(({ importId, fileName, state, createdAt, compensatesImportId }) => (
          <li key={importId}>
            <AreaLink to={`/don-vi/danh-sach/tep/${importId}`}>
              {compensatesImportId === null ? fileName : say('undoOf', { fileName })}
            </AreaLink>{' '}
            <span className="small">
              {say(`state-${state}`)} · {formatInstant(createdAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Ways of bringing a list: a file of one's own, the template, or what the employer declared already. */
export const RosterFilesPage = () => {
  const say = rosterMessages.useSay()
  usePageTitle(say('filesPage'))
  const { history } = useRouter()
  const open = ({ importId }: RosterImport): void => history.push(`/don-vi/danh-sach/tep/${importId}`)
  return (
    <main id="main" className="page">
      <AreaLink to="/don-vi/danh-sach">{say('back')}</AreaLink>
      <h1 tabIndex={-1}>{say('filesPage')}</h1>
      <NewRosterFile onSent={open} />
      <Templates />
      <FromRegister onStarted={open} />
      <Files />
    </main>
  )
}
