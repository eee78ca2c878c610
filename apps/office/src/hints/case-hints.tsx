import type { Case } from '@an-sinh/contract'
import { type CardHint, type IdCard, listCardHints, type Mrz } from '@an-sinh/domain'
import { CommandButton, Tag, type Tone } from '@an-sinh/ui'
import { formatCivilDate } from '../shared/format-instant.ts'
import { useScannedCard } from '../shared/scanned-card.ts'
import { serverNow } from '../shared/server-clock.ts'
import { hintMessages } from './hint-messages.ts'

const TONES: Readonly<Record<CardHint['code'], Tone>> = {
  'card-agrees': 'good',
  'mrz-holds': 'good',
  'mrz-fails': 'warn',
  'card-differs': 'warn',
  'card-expired': 'warn',
  'card-expires-soon': 'note',
}

const todayOf = (ms: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(ms)

type HintProps = { readonly hint: CardHint; readonly from: string }

const Hint = ({ hint, from }: HintProps) => {
  const say = hintMessages.useSay()
  const words =
    hint.code === 'card-differs'
      ? say('card-differs', { from, fields: hint.fields.map((field) => say(`field-${field}`)).join(', ') })
      : hint.code === 'mrz-fails'
        ? say('mrz-fails', { from, checks: hint.checks.map((check) => say(check)).join(', ') })
        : 'on' in hint
          ? say(hint.code, { from, date: formatCivilDate(hint.on) })
          : say(hint.code, { from })
  return <Tag tone={TONES[hint.code]}>{words}</Tag>
}

const photoCardOf = (shown: Case): IdCard | null => {
  const idCard = shown.photos.find((photo) => photo.idCard !== null)?.idCard ?? null
  return idCard === null ? null : { ...idCard, legacyId: null }
}

type Props = { readonly shown: Case; readonly onOtherPerson: (card: IdCard | Mrz) => void }

/**
 * What the documents say beside what was declared: the QR on the photo, and a card that is scanned while the case is open. Never in the
 * way of a decision; no face is compared with another.
 */
export const CaseHints = ({ shown, onOtherPerson }: Props) => {
  const say = hintMessages.useSay()
  const inHand = useScannedCard()?.card ?? null
  const when = { todayOn: todayOf(serverNow()), dueOn: shown.dueOn }
  const photoCard = photoCardOf(shown)
  const sources = [
    ...(photoCard === null ? [] : [{ from: say('from-photo'), hints: listCardHints(photoCard, shown.declared, when) }]),
    ...(inHand === null ? [] : [{ from: say('from-hand'), hints: listCardHints(inHand, shown.declared, when) }]),
  ]
  const isOther = inHand !== null && shown.declared.nationalId !== null && inHand.nationalId !== shown.declared.nationalId
  const hasOneFace = shown.photos.some((photo) => photo.kind === 'portrait' && photo.face === 'one')
  return (
    <section className="hints" aria-label={say('title')}>
      {sources.flatMap(({ from, hints }) => hints.map((hint) => <Hint key={`${from} ${hint.code}`} hint={hint} from={from} />))}
      {hasOneFace ? <Tag tone="good">{say('one-face')}</Tag> : null}
      {isOther ? (
        <CommandButton kind="plain" onPress={() => onOtherPerson(inHand)}>
          {say('other-person')}
        </CommandButton>
      ) : null}
      <span className="small">
        {say('no-face-comparison')} {sources.length === 0 ? say('scan-hint') : null}
      </span>
    </section>
  )
}
