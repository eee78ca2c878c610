// @vitest-environment node
import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import { listOfflineCards, openCardStore, saveOfflineCard, wipeOpenCardStore } from '../offline-cards/card-store.ts'
import { openCardDatabase } from '../offline-cards/database.ts'
import type { OfflineCard } from '../offline-cards/offline-card.ts'
import { openFamilyDatabase } from './database.ts'
import { listFamilyNames, rememberFamilyName, removeFamilyName } from './family-names.ts'

const personOf = (at: number) => ({ insuranceNumber: `990000020${at}`, fullName: `Phạm Thị Mẫu ${at}` })
const [MOTHER, FATHER, CHILD] = [personOf(1), personOf(2), personOf(3)]
const cardOf = ({ insuranceNumber, fullName }: ReturnType<typeof personOf>): OfflineCard => ({
  shape: 1,
  insuranceNumber,
  fullName,
  bornOn: '1990-02-03',
  sex: 'female',
  faces: [],
})
/** What signing in does to this device. */
const signIn = async (person: ReturnType<typeof personOf>): Promise<void> => {
  await openCardStore(person.insuranceNumber)
  await saveOfflineCard(person.insuranceNumber, cardOf(person))
}
const shown = async (): Promise<(string | undefined)[]> => (await listOfflineCards()).map(({ card }) => card?.fullName)
const names = async (): Promise<string[]> => (await listFamilyNames()).map(({ fullName }) => fullName)
const nameOf = async ({ insuranceNumber }: ReturnType<typeof personOf>) => {
  const name = (await listFamilyNames()).find((one) => one.insuranceNumber === insuranceNumber)
  if (name === undefined) throw new Error('not remembered')
  return name
}

afterEach(async () => {
  for (const name of await listFamilyNames()) await removeFamilyName(name)
})

describe('the names on a family’s phone', () => {
  it('are those of who agreed, in the order they came, and on the disk there is none in clear', async () => {
    await rememberFamilyName(MOTHER)
    await rememberFamilyName(FATHER)
    await rememberFamilyName(MOTHER)
    expect(await names()).toEqual([MOTHER.fullName, FATHER.fullName])
    const database = await openFamilyDatabase()
    const [ids, records, keys] = [await database.getAllKeys('names'), await database.getAll('names'), await database.getAll('keys')]
    const disk = `${ids.join(' ')} ${records.map(({ data }) => new TextDecoder().decode(data)).join(' ')}`
    for (const word of [MOTHER.insuranceNumber, FATHER.insuranceNumber, 'Phạm', 'Mẫu']) expect(disk).not.toContain(word)
    for (const key of keys) await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow(/extractable/iu)
  })

  it('are five at most', async () => {
    for (let at = 1; at <= 5; at += 1) expect(await rememberFamilyName(personOf(at))).toBe(true)
    expect(await rememberFamilyName(personOf(6))).toBe(false)
    expect(await rememberFamilyName(personOf(3))).toBe(true)
    expect(await names()).toHaveLength(5)
  })

  it('show nobody another’s card: each has a store that only their own sign-in opens', async () => {
    await rememberFamilyName(MOTHER)
    await rememberFamilyName(FATHER)
    await signIn(MOTHER)
    await signIn(FATHER)
    expect(await shown()).toEqual([FATHER.fullName])
    await openCardStore(MOTHER.insuranceNumber)
    expect(await shown()).toEqual([MOTHER.fullName])
  })

  it('stay when their owner signs out; the card does not', async () => {
    await rememberFamilyName(MOTHER)
    await signIn(MOTHER)
    await wipeOpenCardStore()
    expect(await names()).toEqual([MOTHER.fullName])
    expect(await shown()).toEqual([])
    await openCardStore(MOTHER.insuranceNumber)
    expect(await shown()).toEqual([])
  })

  it('take what was kept for that one along when removed, sealed or open, and nothing of anybody else', async () => {
    for (const person of [MOTHER, FATHER, CHILD]) {
      await rememberFamilyName(person)
      await signIn(person)
    }
    // The mother's store is sealed, the child's is open.
    await removeFamilyName(await nameOf(MOTHER))
    expect(await names()).toEqual([FATHER.fullName, CHILD.fullName])
    expect(await shown()).toEqual([CHILD.fullName])
    expect(await (await openCardDatabase()).getAll('cards')).toHaveLength(2)
    await openCardStore(MOTHER.insuranceNumber)
    expect(await shown()).toEqual([])
    await openCardStore(CHILD.insuranceNumber)
    await removeFamilyName(await nameOf(CHILD))
    expect(await shown()).toEqual([])
    await openCardStore(FATHER.insuranceNumber)
    expect(await shown()).toEqual([FATHER.fullName])
  })

  it('that were moved under another id do not open', async () => {
    await rememberFamilyName(MOTHER)
    await rememberFamilyName(FATHER)
    const database = await openFamilyDatabase()
    const record = await database.get('names', (await nameOf(MOTHER)).id)
    if (record === undefined) throw new Error('not kept')
    await database.put('names', record, (await nameOf(FATHER)).id)
    expect(await names()).toEqual([MOTHER.fullName])
    await database.clear('names')
  })
})
