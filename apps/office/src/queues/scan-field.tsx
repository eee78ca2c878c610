import { type IdCard, type Mrz, readScanned } from '@an-sinh/domain'
import { CommandButton, Icon } from '@an-sinh/ui'
import { type SyntheticEvent, useRef, useState } from 'react'
import { useKeys, useScan } from '../shared/keyboard.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { queueMessages } from './queue-messages.ts'
import { CameraScan } from './camera-scan.tsx'
import { findCase, findRequest } from './queue-requests.ts'

export type ScanTargets = {
  readonly onFound: (registrationId: string) => void
  readonly onRequest: (requestId: string) => void
  /** The identity card of whoever stands here, by its QR or its machine-readable lines. */
  readonly onCard: (card: IdCard | Mrz) => void
  /** The code of an employer's cover sheet. */
  readonly onCover: (code: string) => Promise<void>
}

/** Where a scan leads; whatever opens nothing goes to the server, whose refusal names it. */
const follow = async (text: string, { onFound, onRequest, onCard, onCover }: ScanTargets): Promise<void> => {
  const scanned = readScanned(text)
  if (scanned.kind === 'request-number') onRequest(await findRequest(scanned.fileNumber))
  else if (scanned.kind === 'id-card') onCard(scanned.idCard)
  else if (scanned.kind === 'mrz') onCard(scanned.mrz)
  else if (scanned.kind === 'other-paper' && scanned.paper === 'batch') await onCover(text)
  else onFound(await findCase(text))
}

/** What is in the field, and what came of looking it up. */
const useLookup = (targets: ScanTargets) => {
  const input = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState('')
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const look = async (text: string): Promise<void> => {
    if (text.trim() === '' || waiting) return
    setWaiting(true)
    setProblem(null)
    try {
      await follow(text, targets)
      setCode('')
      // The case is on the screen: its single keys must not land in this field.
      input.current?.blur()
    } catch (error) {
      // The mistyped code stays, marked, so that the next scan replaces it and a hand can mend it.
      setCode(text)
      setProblem(error)
      input.current?.focus()
      input.current?.select()
    } finally {
      setWaiting(false)
    }
  }
  return { input, code, setCode, waiting, problem, setProblem, look }
}

/** Scan or type a code: `/` brings the cursor here from anywhere, a scanner needs no focus at all. */
export const ScanField = (targets: ScanTargets) => {
  const say = queueMessages.useSay()
  const { input, code, setCode, waiting, problem, setProblem, look } = useLookup(targets)
  useScan((text) => void look(text))
  useKeys({
    '/': () => {
      input.current?.focus()
      input.current?.select()
    },
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    void look(input.current?.value ?? code)
  }
  return (
    <form className="scan" onSubmit={submit} aria-label={say('scanShort')}>
      <Icon name="scan" />
      <input
        ref={input}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          setProblem(null)
          setCode('')
        }}
        aria-label={say('scan')}
        aria-keyshortcuts="/"
        aria-invalid={problem === null ? undefined : true}
        placeholder={say('scan')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={300}
      />
      <kbd className="key" aria-hidden="true">
        /
      </kbd>
      <CommandButton type="submit" kind="main" busy={waiting}>
        {say('open')}
      </CommandButton>
      <CameraScan onRead={(text) => void look(text)} />
      {problem === null ? null : (
        <div className="scan-problem">
          <ProblemNotice error={problem} />
        </div>
      )}
    </form>
  )
}
