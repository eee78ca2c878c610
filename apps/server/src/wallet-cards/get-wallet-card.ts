import { getWalletCardRoute } from '@an-sinh/contract'
import { civilDateIn, toInitials } from '@an-sinh/domain'

import { listCardsOf, toCardAnswer } from '../cards/index.ts'
import { renderPdf } from '../documents/index.ts'
import { makePaperCode, type PrintedCode, rememberPaperFile } from '../paper-codes/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { requireSubject } from '../representations/index.ts'
import { sealCard } from './fingerprint-of-card.ts'
import { toWalletCardData } from './wallet-card-data.ts'

type Answer = ReturnType<typeof toCardAnswer>
type Share = 'initials' | 'name'

/** What the check page tells of a print: the initials and the last digits are enough to lay it beside the paper, more is for the holder to say. */
const sharedOf = ({ card, fullName }: Answer, share: Share) => {
  const name = share === 'name' ? fullName : toInitials(fullName)
  const tail = `…${card?.healthCardNumber.slice(-4) ?? ''}`
  const facility = share === 'name' ? (card?.registeredFacilityName ?? null) : null
  return [
    {
      label: share === 'name' ? { vi: 'Họ và tên', en: 'Full name' } : { vi: 'Họ và tên, viết tắt', en: 'Name, initials' },
      value: { vi: name, en: name },
    },
    { label: { vi: 'Bốn số cuối của mã thẻ', en: 'Last four digits of the card number' }, value: { vi: tail, en: tail } },
    ...(facility === null
      ? []
      : [{ label: { vi: 'Nơi đăng ký khám chữa bệnh ban đầu', en: 'Registered facility' }, value: { vi: facility, en: facility } }]),
  ]
}

/** The code of today's print: another choice of what is shared is another print. */
async function codeOf(platform: Platform, personId: number, answer: Answer, share: Share): Promise<PrintedCode> {
  const fingerprint = requireFound(sealCard(platform.keyring, answer), 'not-found')
  const { card, asOf } = answer
  const print = `${personId}/${fingerprint}/${civilDateIn(Date.parse(asOf))}`
  return makePaperCode(platform, platform.sql, {
    kind: 'health-card',
    paper: share === 'name' ? `${print}/name` : print,
    validUntil: card?.validTo ?? null,
    content: { subject: { personId, fingerprint }, shared: sharedOf(answer, share) },
  })
}

export function getWalletCard(server: Server, platform: Platform): void {
  addRoute(server, getWalletCardRoute, async ({ query, request, reply }) => {
    const { personId } = await requireSubject(platform, request, query.for, 'card')
    const [first, ...others] = await listCardsOf(platform.sql, personId)
    const answer = toCardAnswer([requireFound(first, 'not-found'), ...others])
    const code = await codeOf(platform, personId, answer, query.share ?? 'initials')
    const pdf = await renderPdf('wallet-card', requireFound(toWalletCardData(answer, code.check), 'not-found'))
    await rememberPaperFile(platform.sql, code, pdf)
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'inline; filename="the-bhyt.pdf"')
      .send(pdf)
  })
}
