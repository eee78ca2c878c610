import { CommandButton } from '@an-sinh/ui'
import { useEffect, useRef, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { paperMessages } from './paper-messages.ts'
import { getFormScan } from './paper-requests.ts'

/** The scanned form, fetched when it is asked for: every look is a line in the audit. */
export const FormScan = ({ registrationId }: { readonly registrationId: string }) => {
  const say = paperMessages.useSay()
  const [address, setAddress] = useState<string | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const made = useRef<string | null>(null)
  useEffect(() => () => (made.current === null ? undefined : URL.revokeObjectURL(made.current)), [])
  const show = async (): Promise<void> => {
    setProblem(null)
    try {
      made.current = URL.createObjectURL(await getFormScan(registrationId))
      setAddress(made.current)
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <>
      <p>{say('scanned')}</p>
      {problem === null ? null : <ProblemNotice error={problem} />}
      {address === null ? <CommandButton onPress={() => void show()}>{say('show')}</CommandButton> : null}
      {address === null ? null : <img className="form-scan" src={address} alt={say('scanAlt')} />}
    </>
  )
}
