import { CommandButton, useLanguage } from '@an-sinh/ui'
import { useMutation } from '@tanstack/react-query'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { importMessages } from './import-messages.ts'
import { fetchTemplate, type ImportKindAnswer } from './import-requests.ts'
import { saveFile } from '../shared/save-file.ts'

const TEMPLATES = ['xlsx', 'csv'] as const

/** What a kind understands, and an empty file to fill. */
export const KindFacts = ({ kind }: { readonly kind: ImportKindAnswer }) => {
  const say = importMessages.useSay()
  const { language } = useLanguage()
  const template = useMutation({
    mutationFn: async (format: 'csv' | 'xlsx') => saveFile(await fetchTemplate(kind.name, format), `${kind.name}.${format}`),
  })
  const offered = TEMPLATES.filter((format) => kind.formats.includes(format))
  return (
    <>
      {offered.length === 0 ? null : (
        <div className="row">
          {offered.map((format) => (
            <CommandButton key={format} busy={template.isPending} onPress={() => template.mutate(format)}>
              {say('template', { format: format.toUpperCase() })}
            </CommandButton>
          ))}
        </div>
      )}
      {template.error === null ? null : <ProblemNotice error={template.error} />}
      <details>
        <summary>{say('columns')}</summary>
        <ul>
          {kind.columns.map((column) => (
            <li key={column.name}>
              <strong>{column.heading}</strong> – {column.title[language]}{' '}
              <span className="small">({say(`column-${column.required}`)})</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}
