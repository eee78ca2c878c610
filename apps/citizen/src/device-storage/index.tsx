import { Button, ConfirmDialog, Facts, Notice, useLanguage, useTexts, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { formatBytes } from '../shared/format-bytes.ts'
import { Page } from '../shared/page/page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { useOnline } from '../shared/online/use-online.ts'
import { askForSafety, type Kept, lookAtStorage, repair } from './look-at-storage.ts'
import { TEXTS } from './texts.ts'

const Meter = ({ kept }: { readonly kept: Kept }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const { usedBytes, quotaBytes } = kept
  if (usedBytes === null || quotaBytes === null) return <p>{text('used-unknown')}</p>
  const told = text('used', { used: formatBytes(usedBytes, language), quota: formatBytes(quotaBytes, language) })
  return (
    <>
      <p>{told}</p>
      <meter className="meter" min={0} max={quotaBytes} value={usedBytes} aria-label={told} />
    </>
  )
}

const Safety = ({ kept, onAsked }: { readonly kept: Kept; readonly onAsked: () => Promise<void> }): ReactNode => {
  const text = useTexts(TEXTS)
  const [refused, setRefused] = useState(false)
  const ask = useAction(async () => {
    setRefused(!(await askForSafety()))
    await onAsked()
  })
  return (
    <>
      <h2>{text('safe')}</h2>
      <p>{text(kept.isSafe ? 'safe-yes' : 'safe-no')}</p>
      {kept.isSafe ? null : (
        <Button kind="second" busy={ask.busy} onClick={() => void ask.run(undefined)}>
          {text('safe-ask')}
        </Button>
      )}
      <output>{refused ? text('safe-refused') : null}</output>
    </>
  )
}

const Repair = (): ReactNode => {
  const text = useTexts(TEXTS)
  const online = useOnline()
  const [asks, setAsks] = useState(false)
  const mend = useAction(repair)
  return (
    <>
      <h2>{text('repair')}</h2>
      <p>{text('repair-text')}</p>
      <p>
        <strong>{text('repair-keeps')}</strong>
      </p>
      {online ? (
        <Button kind="second" onClick={() => setAsks(true)}>
          {text('repair-do')}
        </Button>
      ) : (
        <Notice kind="warning">{text('repair-offline')}</Notice>
      )}
      <ConfirmDialog
        open={asks}
        title={text('repair-title')}
        confirmLabel={text('repair-do')}
        cancelLabel={text('repair-keep')}
        busy={mend.busy}
        onConfirm={() => void mend.run(undefined)}
        onCancel={() => setAsks(false)}
      >
        <p>{text('repair-keeps')}</p>
      </ConfirmDialog>
    </>
  )
}

/** What the app keeps here, how much that is, and a repair that says what it drops. Works signed out and without a network. */
export const StoragePage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const { data: kept, refetch } = useQuery({ queryKey: ['device-storage'], queryFn: lookAtStorage, staleTime: 0 })
  const told = (count: number, key: 'count' | 'files' = 'count'): string =>
    count === 0 ? text('none') : text(key, { count: String(count) })
  return (
    <Page title={text('title')}>
      <p className="lead">{text('lead')}</p>
      {kept === undefined ? (
        <Waiting label={text('title')} />
      ) : (
        <>
          <Meter kept={kept} />
          <h2>{text('kept')}</h2>
          <Facts
            facts={[
              { label: text('cards'), value: told(kept.cards) },
              { label: text('letters'), value: told(kept.letters) },
              { label: text('drafts'), value: told(kept.drafts) },
              { label: text('shell'), value: told(kept.shellFiles, 'files') },
            ]}
          />
          <Safety kept={kept} onAsked={async () => void (await refetch())} />
        </>
      )}
      <Repair />
      <p>
        <Link href="/ca-nhan" className="back-link">
          {text('back')}
        </Link>
      </p>
    </Page>
  )
}
