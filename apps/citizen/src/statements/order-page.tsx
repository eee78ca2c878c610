import { STATEMENT_KIND_RULES, type StatementKind, type StatementRefusalCode } from '@an-sinh/domain'
import { useLanguage, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { Redirect, useParams } from 'wouter'
import { findCode } from '../shared/api/failure.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { kindOf } from './kind-slugs.ts'
import { EMPTY_ORDER, FIELD_OF, listMissing, type OrderDraft, toOrder } from './order.ts'
import { OrderFields } from './order-fields.tsx'
import { PreviewPage } from './preview-page.tsx'
import { TEXTS } from './texts.ts'
import { useStatements } from './use-statements.ts'

const OrderForm = ({ kind, years }: { readonly kind: StatementKind; readonly years: readonly number[] }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const [draft, setDraft] = useState<OrderDraft>(EMPTY_ORDER)
  const [missing, setMissing] = useState<readonly StatementRefusalCode[]>([])
  const [looks, setLooks] = useState(false)
  if (looks) return <PreviewPage order={toOrder(kind, draft)} onBack={() => setLooks(false)} />
  const goOn = (): void => {
    const codes = listMissing(kind, draft, years)
    setMissing(codes)
    setLooks(codes.length === 0)
  }
  return (
    <StepPage
      title={STATEMENT_KIND_RULES[kind].title[language]}
      backTo="/ca-nhan/giay-xac-nhan/moi"
      errors={missing.map((code) => ({ field: FIELD_OF[code], sentence: text(code) }))}
      nextLabel={text('preview')}
      onNext={goOn}
    >
      <OrderFields
        kind={kind}
        years={years}
        draft={draft}
        missing={missing}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
      />
    </StepPage>
  )
}

/** The questions of one kind, then the preview. */
export const OrderPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const kind = kindOf(useParams<{ slug: string }>().slug)
  const query = useStatements()
  if (kind === null) return <Redirect to="/ca-nhan/giay-xac-nhan/moi" replace />
  if (findCode(query.error) === 'not-signed-in') return <Redirect to="/dang-nhap" replace />
  if (query.data !== undefined && (kind !== 'yearly-notice' || query.data.years.length > 0))
    return <OrderForm key={kind} kind={kind} years={query.data.years} />
  return (
    <Page title={STATEMENT_KIND_RULES[kind].title[language]}>
      <Loaded query={query}>{() => <p>{text('no-years')}</p>}</Loaded>
    </Page>
  )
}
