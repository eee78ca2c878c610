import type { Beside, FraudReview } from '@an-sinh/contract'
import { FRAUD_SIGNAL_RULES } from '@an-sinh/domain'
import { CommandButton, useLanguage, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { formatCivilDate } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { fetchPicture } from './fraud-calls.ts'
import { fraudMessages } from './fraud-messages.ts'

type PictureProps = {
  readonly registrationId: string
  readonly otherId: string
  readonly kind: FraudReview['pictures'][number]
  readonly name: string
}

/** Every load is a line in the audit: asked for by hand, forgotten when the review is left. */
const Picture = ({ registrationId, otherId, kind, name }: PictureProps) => {
  const say = fraudMessages.useSay()
  const common = sharedMessages.useSay()
  const image = useRef<HTMLImageElement>(null)
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['review-picture', registrationId, otherId, kind],
    queryFn: ({ signal }) => fetchPicture(registrationId, otherId, kind, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  useEffect(() => {
    if (data === undefined || image.current === null) return undefined
    const address = URL.createObjectURL(data)
    image.current.src = address
    return () => URL.revokeObjectURL(address)
  }, [data])
  const label = say('photoOf', { kind: say(`photo-${kind}`), name })
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <Waiting label={common('loading')} />
  return (
    <figure>
      <img ref={image} alt={label} />
      <figcaption className="small">{label}</figcaption>
    </figure>
  )
}

/** On a narrow screen the column heads are away: whose word it is stands beside it. */
const Said = ({ by }: { readonly by: string }) => (
  <span className="cell-label" aria-hidden="true">
    {by}:
  </span>
)

const Differences = ({ shown, other }: { readonly shown: FraudReview; readonly other: Beside }) => {
  const say = fraudMessages.useSay()
  const show = (field: string, value: string | null): string => {
    if (value === null) return '–'
    if (field === 'bornOn') return formatCivilDate(value)
    return field === 'sex' ? say(value === 'male' ? 'sex-male' : 'sex-female') : value
  }
  return (
    <table className="comparison">
      <caption className="visually-hidden">{say('theirs', { name: other.fullName, number: other.fileNumber })}</caption>
      <thead>
        <tr>
          <th scope="col">{say('field')}</th>
          <th scope="col">{shown.fileNumber}</th>
          <th scope="col">{other.fileNumber}</th>
          <th scope="col">{say('rule')}</th>
        </tr>
      </thead>
      <tbody>
        {other.differences.map(({ field, verdict, mine, theirs }) => (
          <tr key={field}>
            <th scope="row">{fraudMessages.has(`field-${field}`) ? say(`field-${field}` as 'field-fullName') : field}</th>
            <td>
              <Said by={shown.fileNumber} /> {show(field, mine)}
            </td>
            <td>
              <Said by={other.fileNumber} /> {show(field, theirs)}
            </td>
            <td>{fraudMessages.has(`verdict-${verdict}`) ? say(`verdict-${verdict}` as 'verdict-same') : verdict}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One other case that takes part: why, field by field, and the pictures when asked for. */
export const SideBySide = ({ shown, other }: { readonly shown: FraudReview; readonly other: Beside }) => {
  const say = fraudMessages.useSay()
  const { language } = useLanguage()
  const [pictures, setPictures] = useState(false)
  const { registrationId } = shown
  const kinds = other.pictures.filter((kind) => shown.pictures.includes(kind))
  return (
    <article className="beside">
      <h3>{say('theirs', { name: other.fullName, number: other.fileNumber })}</h3>
      <p className="small">
        {other.officeName}. {other.kinds.map((kind) => FRAUD_SIGNAL_RULES[kind].title[language]).join('; ')}
      </p>
      <Differences shown={shown} other={other} />
      {kinds.length > 0 && !pictures ? <CommandButton onPress={() => setPictures(true)}>{say('showPictures')}</CommandButton> : null}
      {pictures
        ? kinds.map((kind) => (
            <div key={kind} className="beside-pictures">
              <Picture registrationId={registrationId} otherId={registrationId} kind={kind} name={shown.fullName} />
              <Picture registrationId={registrationId} otherId={other.registrationId} kind={kind} name={other.fullName} />
            </div>
          ))
        : null}
    </article>
  )
}
