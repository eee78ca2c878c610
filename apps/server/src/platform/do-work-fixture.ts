import { hash } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import type { TestClient } from './test-client.ts'

/** What a `work-first` wants, done: the headers to come again with. */
export const workFor = (answer: LightMyRequestResponse): { 'x-work': string } => {
  const { work } = answer.json<{ work?: { challenge: string; bits: number } }>()
  if (work === undefined) throw new Error(`no work in ${answer.statusCode}: ${answer.body}`)
  for (let number = 0; ; number += 1)
    if (hash('sha256', `${work.challenge}.${number}`, 'buffer').readUInt32BE(0) >>> (32 - work.bits) === 0)
      return { 'x-work': `${work.challenge}.${number}` }
}

/** As the app does: what is asked for first is done, and the same is sent again. */
export const postWorking = async (client: TestClient, url: string, body: object): Promise<LightMyRequestResponse> => {
  const answer = await client.post(url, body)
  return answer.statusCode === 428 ? client.post(url, body, workFor(answer)) : answer
}

/** A browser that makes up a device id for each request. */
export const makeUpDevice = (client: TestClient): TestClient => {
  const random = (): string => crypto.randomUUID().replaceAll('-', '').slice(0, 22)
  client.cookies.set('__Host-ansinh-device', `${random()}.${random()}`)
  return client
}
