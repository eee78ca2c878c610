import { STATEMENT_KIND_RULES, type StatementKind } from '@an-sinh/domain'
import { ChoiceField, type FieldError, useLanguage, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { StepPage } from '../shared/page/step-page.tsx'
import { KIND_SLUGS } from './kind-slugs.ts'
import { TEXTS } from './texts.ts'

const KINDS = Object.keys(KIND_SLUGS) as StatementKind[]

/** Which paper is wanted. */
export const KindPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const [, navigate] = useLocation()
  const [kind, setKind] = useState<StatementKind | null>(null)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const goOn = (): void => {
    if (kind === null) setErrors([{ field: 'kind', sentence: text('kind-missing') }])
    else navigate(`/ca-nhan/giay-xac-nhan/moi/${KIND_SLUGS[kind]}`)
  }
  return (
    <StepPage title={text('kind-title')} backTo="/ca-nhan/giay-xac-nhan" errors={errors} onNext={goOn}>
      <ChoiceField
        name="kind"
        label={text('kind-title')}
        legend="hidden"
        error={errors[0]?.sentence}
        choices={KINDS.map((value) => ({ value, label: STATEMENT_KIND_RULES[value].title[language], hint: text(`kind-${value}`) }))}
        value={kind}
        onChange={setKind}
      />
    </StepPage>
  )
}
