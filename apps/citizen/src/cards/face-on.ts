import { type CardOn, decideCardOn } from '@an-sinh/domain'
import { todayInVietNam } from '../shared/answers/today.ts'
import type { CardFace, OfflineCard } from '../shared/offline-cards/index.ts'

type Face = CardFace & { readonly participantGroup: string }

/** Which of the kept cards counts today: the next one takes over on its day without a network too. */
export const faceOn = ({ faces, bornOn }: OfflineCard, today = todayInVietNam()): CardOn<Face> =>
  decideCardOn(
    faces.map((face) => ({ ...face, participantGroup: face.isChildCard ? 'TE' : '' })),
    today,
    bornOn,
  )
