import { randomUUID } from 'node:crypto'

import type { LetterKind, ModelLetter } from './outbox-bundle.ts'

/** How the letters of a kind look at the far end: their address, the field of their id, and the field that a person writes in. */
export const LETTERS = {
  'data-request': { path: '/api/me/data-requests', id: 'requestId', words: 'what', more: { kind: 'copy' }, photos: [] },
  'contact-address': {
    path: '/api/me/addresses',
    id: 'changeId',
    words: 'street',
    more: { provinceCode: '01', wardCode: '00004' },
    photos: [],
  },
  'adjust-request': {
    path: '/api/me/adjust-requests',
    id: 'requestId',
    words: 'what',
    more: { wanted: [] },
    photos: ['id-front', 'portrait'],
  },
  'dependant-request': {
    path: '/api/me/dependant-requests',
    id: 'requestId',
    words: 'childName',
    more: { bornOn: '2020-01-02', insuranceNumber: null, nationalId: null, relation: 'mother' },
    photos: ['birth-certificate'],
  },
} as const satisfies Record<LetterKind, unknown>
const KINDS = Object.keys(LETTERS) as LetterKind[]

/** Who meant what; `wrong` is refused until it is mended; the photos without which the letter is not whole. */
export type Words = { person: string; intent: string; shape: 'right' | 'wrong'; photos: string[] }

const joinWords = ({ person, intent, shape, photos }: Words): string => [person, intent, shape, photos.join(',')].join('|')

export function parseWords(text: string): Words {
  const [person = '', intent = '', shape = '', photos = ''] = text.split('|')
  return { person, intent, shape: shape === 'wrong' ? 'wrong' : 'right', photos: photos.split(',').filter((kind) => kind !== '') }
}

export const readWords = ({ kind, body }: Pick<ModelLetter, 'kind' | 'body'>): Words => parseWords(String(body[LETTERS[kind].words]))

export function writeBody(kind: LetterKind, letterId: string, words: Words): ModelLetter['body'] {
  const { id, words: field, more } = LETTERS[kind]
  return { ...more, [id]: letterId, [field]: joinWords(words) }
}

/** A letter of some kind, without its photos' bytes: every second one carries photos. */
export function draftLetter(person: string, intent: string, chance: () => number): ModelLetter {
  const kind = KINDS[Math.floor(chance() * KINDS.length)] ?? 'data-request'
  const photos = LETTERS[kind].photos.filter((_, at) => at === 0 || chance() < 0.5)
  const shape = chance() < 0.15 ? 'wrong' : 'right'
  const letterId = randomUUID()
  const body = writeBody(kind, letterId, { person, intent, shape, photos })
  return { letterId, kind, title: 'Thư', body, photos: [], resultAt: '/x', editAt: '/y' }
}
