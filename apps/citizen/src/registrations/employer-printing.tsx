import type { EmployerPrinting as Printing, Registration } from '@an-sinh/contract'
import { formatInstant, Notice, TickField, useLanguage, useTexts } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../shared/api/call.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'

const keyOf = (registrationId: string): readonly string[] => ['employer-printing', registrationId]

type Props = { readonly registrationId: string; readonly mayPrint: boolean; readonly printing: Printing }

/** Each employer by name and code with a tick of its own; one at most holds. */
const Choices = ({ registrationId, mayPrint, printing: { employers, chosen, ended, prints } }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const queryClient = useQueryClient()
  const choose = useAction(async (employerId: number | null) => {
    const params = { registrationId }
    queryClient.setQueryData(
      keyOf(registrationId),
      await call('PUT /api/registrations/:registrationId/employer-printing', { params, body: { employerId } }),
    )
  })
  const listed =
    chosen === null || employers.some(({ employerId }) => employerId === chosen.employerId) ? employers : [chosen, ...employers]
  return (
    <section>
      <h2>{text('employer-printing')}</h2>
      {ended === null ? null : (
        <Notice kind="warning" title={text('employer-printing-ended', { name: ended.employerName })}>
          <p>{text('employer-printing-ended-text', { name: ended.employerName, successor: ended.successorName })}</p>
        </Notice>
      )}
      {mayPrint || chosen !== null ? <p>{text('employer-printing-lead')}</p> : null}
      {mayPrint || chosen !== null
        ? listed.map(({ employerId, employerCode, name }) => (
            <TickField
              key={employerId}
              name={`employer-${employerId}`}
              label={text('employer-printing-agree', { name, employerCode })}
              checked={chosen?.employerId === employerId}
              onChange={(checked) => void choose.run(checked ? employerId : null)}
            />
          ))
        : null}
      <output>
        {chosen === null ? '' : text('employer-printing-chosen', { name: chosen.name, givenAt: formatInstant(chosen.givenAt, language) })}
      </output>
      {prints.length === 0 ? null : (
        <Notice kind="info" title={text('employer-printing-printed')}>
          <ul>
            {prints.map(({ employerName, printedAt }) => (
              <li key={printedAt}>
                {employerName} – {formatInstant(printedAt, language)}
              </li>
            ))}
          </ul>
          <p>{text('employer-printing-after')}</p>
        </Notice>
      )}
      <FailureNotice failure={choose.failure} />
    </section>
  )
}

/** Shown to whom an employer lists, or whose form one printed. Whoever has no network or no employer reads nothing of it. */
export const EmployerPrinting = ({ registration }: { readonly registration: Registration }): ReactNode => {
  const { registrationId, may, fileNumber } = registration
  const { data } = useQuery({
    queryKey: keyOf(registrationId),
    queryFn: async () => call('GET /api/registrations/:registrationId/employer-printing', { params: { registrationId } }),
    enabled: fileNumber !== null,
    staleTime: 0,
  })
  if (
    data === undefined ||
    (data.chosen === null && data.prints.length === 0 && data.ended === null && (!may.print || data.employers.length === 0))
  )
    return null
  return <Choices registrationId={registrationId} mayPrint={may.print} printing={data} />
}
