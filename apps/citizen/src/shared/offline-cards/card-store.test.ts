// @vitest-environment node
import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import {
  CARD_KEEP_MS,
  findCardLock,
  keepCardLock,
  keepOnlyCardsOf,
  listOfflineCards,
  openCardStore,
  saveOfflineCard,
  wipeOpenCardStore,
} from './card-store.ts'
import { openCardDatabase } from './database.ts'
import type { OfflineCard } from './offline-card.ts'

const cardOf = (insuranceNumber: string, fullName: string): OfflineCard => ({
  shape: 1,
  insuranceNumber,
  fullName,
  bornOn: '1990-02-03',
  sex: 'female',
  faces: [],
})
const MOTHER = cardOf('9900000101', 'Phạm Thị Mẹ Mẫu')
const CHILD = cardOf('9900000102', 'Phạm Bé Mẫu')
const NEIGHBOUR = cardOf('9900000103', 'Vũ Văn Hàng Xóm')

const keep = async (card: OfflineCard): Promise<void> => {
  await openCardStore(card.insuranceNumber)
  await saveOfflineCard(card.insuranceNumber, card)
}
const names = async (now?: number): Promise<(string | null)[]> => (await listOfflineCards(now)).map(({ card }) => card?.fullName ?? null)

afterEach(async () => {
  for (const { insuranceNumber } of [MOTHER, NEIGHBOUR]) {
    await openCardStore(insuranceNumber)
    await wipeOpenCardStore()
  }
})

describe('the cards kept on a phone', () => {
  it('are one’s own first, then those of dependants, and read without a network', async () => {
    await openCardStore(MOTHER.insuranceNumber)
    await saveOfflineCard(CHILD.insuranceNumber, CHILD, MOTHER.insuranceNumber)
    await saveOfflineCard(MOTHER.insuranceNumber, MOTHER)
    expect(await listOfflineCards()).toMatchObject([
      { isOwn: true, card: MOTHER },
      { isOwn: false, card: CHILD },
    ])
    await keepOnlyCardsOf([MOTHER.insuranceNumber], MOTHER.insuranceNumber)
    expect(await names()).toEqual([MOTHER.fullName])
  })

  it('stand on the disk without a name or a number, under keys that can be carried nowhere', async () => {
    await keep(MOTHER)
    const database = await openCardDatabase()
    const [records, keys, tags] = [await database.getAll('cards'), await database.getAll('keys'), await database.getAllKeys('cards')]
    expect(records).toHaveLength(1)
    const disk = `${tags.join(' ')} ${records.map(({ data }) => new TextDecoder('latin1').decode(data ?? undefined)).join(' ')}`
    for (const word of [MOTHER.insuranceNumber, 'Phạm', MOTHER.bornOn]) expect(disk).not.toContain(word)
    expect(keys.length).toBeGreaterThan(1)
    for (const key of keys) await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow(/extractable/iu)
  })

  it('are sealed while another person is signed in, and open again when their owner signs in', async () => {
    await keep(MOTHER)
    await keep(NEIGHBOUR)
    expect(await names()).toEqual([NEIGHBOUR.fullName])
    await openCardStore(MOTHER.insuranceNumber)
    expect(await names()).toEqual([MOTHER.fullName])
  })

  it('do not take an answer that arrives for the person signed in before', async () => {
    await openCardStore(NEIGHBOUR.insuranceNumber)
    expect(await saveOfflineCard(MOTHER.insuranceNumber, MOTHER)).toBe(false)
    expect(await listOfflineCards()).toEqual([])
    await openCardStore(MOTHER.insuranceNumber)
    expect(await listOfflineCards()).toEqual([])
  })

  it('do not open under another person’s name when a record is moved there', async () => {
    await keep(MOTHER)
    const database = await openCardDatabase()
    const [name = ''] = await database.getAllKeys('cards')
    const [record] = await database.getAll('cards')
    await keep(NEIGHBOUR)
    if (record === undefined) throw new Error('nothing was sealed')
    const own = (await database.getAllKeys('cards')).find((key) => key !== name) ?? ''
    await database.put('cards', record, own)
    expect(await names()).toEqual([null])
  })

  it('run out after seven days, the bytes of a sealed store too; the time stays to be told', async () => {
    const then = Date.now()
    await keep(NEIGHBOUR)
    await keep(MOTHER)
    expect(await names(then + CARD_KEEP_MS - 60_000)).toEqual([MOTHER.fullName])
    expect(await listOfflineCards(then + CARD_KEEP_MS + 60_000)).toMatchObject([{ card: null }])
    const records = await (await openCardDatabase()).getAll('cards')
    expect(records.map(({ data }) => data)).toEqual([null, null])
  })

  it('are not kept alive by a clock that was set back', async () => {
    await keep(MOTHER)
    expect(await names(Date.now() - 3 * 24 * 3_600_000)).toEqual([null])
  })

  it('are gone with key and lock after signing out; those of others stay', async () => {
    await keep(NEIGHBOUR)
    await keep(MOTHER)
    await keepCardLock('declined')
    expect(await findCardLock()).toBe('declined')
    await wipeOpenCardStore()
    expect(await listOfflineCards()).toEqual([])
    expect(await findCardLock()).toBeNull()
    await openCardStore(MOTHER.insuranceNumber)
    expect(await listOfflineCards()).toEqual([])
    expect(await findCardLock()).toBeNull()
    await openCardStore(NEIGHBOUR.insuranceNumber)
    expect(await names()).toEqual([NEIGHBOUR.fullName])
  })
})
