import { hash, randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import postgres from 'postgres'

import { ChatSide } from './chat-side.ts'
import { inParallel } from './in-parallel.ts'
import { type Measure, type MeasureContext, type MeasureLine, percentile, rounded, sumParts } from './measure-line.ts'
import { moveClock } from './move-clock.ts'
import { type RunningSystem, startSystem } from './running-system.ts'
import { makeSignedInPersons } from './signed-in-persons.ts'

const PAIRS = 250
const EVERY_MS = 10_000
const WARM_UP_MS = 10_000
const STEADY_MS = 60_000
/** How long before and after the kill it goes on. */
const AROUND_KILL_MS = [5000, 20_000] as const
const DRAIN_MS = 30_000
const BAR_MS = 500
const DEPARTMENT = 'communication'

/** As many agents as pairs, each a copy of a demo clerk with a living session of their own; one Cookie header each. */
async function signInAgents({ owner }: RunningSystem, count: number): Promise<string[]> {
  const made = Array.from({ length: count }, (_, at) => ({ userName: `chat.agent${at}`, secret: randomBytes(32).toString('base64url') }))
  await owner`
    INSERT INTO staff_users (user_name, full_name, role, office_id, password_hash, totp_secret_encrypted, valid_from)
    SELECT t.name, 'Trần Thị Trực', 'support', u.office_id, u.password_hash, u.totp_secret_encrypted, u.valid_from
    FROM unnest(${made.map(({ userName }) => userName)}::text[]) AS t (name), staff_users u WHERE u.user_name = 'canbo.dongda'`
  await owner`
    INSERT INTO staff_sessions (session_hash, staff_id, stage, created_at, last_seen_at, expires_at)
    SELECT decode(t.hash, 'hex'), u.staff_id, 'full', ansinh_now(), ansinh_now(), ansinh_now() + interval '8 hours'
    FROM unnest(${made.map(({ userName }) => userName)}::text[], ${made.map(({ secret }) => hash('sha256', secret))}::text[]) AS t (name, hash) JOIN staff_users u ON u.user_name = t.name`
  return made.map(({ secret }) => `__Host-ansinh-staff=${secret}`)
}

/** Into the hours of the chat, whenever this runs. */
async function goToHours(system: RunningSystem): Promise<void> {
  const { nextAt } = (await (await fetch(`${system.citizenUrl}/api/chats`)).json()) as { nextAt: string }
  await moveClock(system, new Date(Date.parse(nextAt) + 1_800_000))
}

type Pair = readonly [asker: ChatSide, agent: ChatSide]

/** Everybody on duty, every asker in the queue, every chat taken: two streams for each pair. */
async function connect(system: RunningSystem, pairs: number): Promise<Pair[]> {
  const cookies = { askers: await makeSignedInPersons(system.owner, pairs), agents: await signInAgents(system, pairs) }
  const agents = cookies.agents.map((cookie) => new ChatSide('agent', system.officeUrl, cookie))
  const duties = agents.map(() => `/api/chat-duties/${randomUUID()}`)
  await inParallel(agents, 16, async (agent, at) => {
    const duty = duties[at] ?? ''
    await agent.client.patiently('/api/chat-duties', { dutyId: duty.split('/').at(-1), departments: [DEPARTMENT] })
    agent.marksPath = `${duty}/marks`
    await agent.client.follow(`${duty}/events`)
  })
  const askers = new Map<string, ChatSide>()
  await inParallel(cookies.askers, 16, async (cookie) => {
    const asker = new ChatSide('asker', system.citizenUrl, cookie)
    const chatId = randomUUID()
    asker.chatId = chatId
    asker.wordsPath = `/api/chats/${chatId}/messages`
    asker.marksPath = `/api/chats/${chatId}/marks`
    await asker.client.patiently('/api/chats', { chatId, messageId: randomUUID(), language: 'vi', category: 'other', words: 'Xin hỏi' })
    await asker.client.follow(`/api/chats/${chatId}/events`)
    askers.set(chatId, asker)
  })
  const made: Pair[] = []
  await inParallel(agents, 16, async (agent, at) => {
    const { chatId } = JSON.parse(await agent.client.patiently(`${duties[at] ?? ''}/chats`, {})) as { chatId: string }
    agent.chatId = chatId
    agent.wordsPath = `${duties[at] ?? ''}/chats/${chatId}/messages`
    const asker = askers.get(chatId)
    if (asker === undefined) throw new Error('a chat of nobody')
    made.push([asker, agent])
  })
  return made
}

/** Everybody says something every ten seconds, each at a moment of their own, until told to stop. */
function talk(pairs: readonly Pair[]): () => void {
  const timers: NodeJS.Timeout[] = []
  let stopped = false
  const sides = pairs.flatMap(([asker, agent]) => [[asker, agent] as const, [agent, asker] as const])
  for (const [at, [side, other]] of sides.entries()) {
    let said = 0
    const say = (): void => {
      if (stopped) return
      said += 1
      side.say(`Lời thứ ${said}: tôi muốn hỏi về quá trình đóng của mình, xin xem giúp.`, other)
      timers[at] = setTimeout(say, EVERY_MS)
    }
    timers[at] = setTimeout(say, Math.random() * EVERY_MS)
  }
  return () => {
    stopped = true
    for (const timer of timers) clearTimeout(timer)
  }
}

type Found = { times: number[]; lost: number; doubled: number; disordered: number; sent: number }

/** What was sent between two instants and how long it took to the other's screen; what never came and what came twice, over all. */
function count(pairs: readonly Pair[], from: number, to: number): Found {
  const sides = pairs.flat()
  const all = sides.flatMap(({ sent }) => [...sent])
  const times = all.flatMap(([messageId, sent]) => {
    const readAt = sent.to.read.get(messageId)
    return readAt === undefined || sent.at < from || sent.at >= to ? [] : [readAt - sent.at]
  })
  // Everything that was taken is on both screens.
  const lost = sides.flatMap((side) =>
    [...side.sent].filter(([messageId, { to: other }]) => !other.read.has(messageId) || !side.read.has(messageId)),
  )
  return {
    times,
    lost: lost.length,
    doubled: sides.reduce((sum, side) => sum + side.doubled, 0),
    disordered: sides.reduce((sum, side) => sum + side.disordered, 0),
    sent: all.length,
  }
}

async function drain(pairs: readonly Pair[]): Promise<void> {
  await Promise.all(pairs.flat().map((side) => side.settled()))
  const until = performance.now() + DRAIN_MS
  while (performance.now() < until && count(pairs, 0, 0).lost > 0) await pause(200)
}

async function run({ reference, people, tell }: MeasureContext): Promise<MeasureLine[]> {
  const pairCount = people === null ? PAIRS : Math.max(1, Math.round(people / 2))
  const system = await startSystem({ durable: true, people: 600, worker: false })
  try {
    await goToHours(system)
    // A connection of before the clock was moved lives in the time of before.
    const owner = postgres(system.ownerUrl, { max: 1, onnotice: () => undefined })
    const pairs = await connect({ ...system, owner }, pairCount)
    await owner.end()
    tell(`${pairs.length * 2} connected`)
    const stop = talk(pairs)
    await pause(WARM_UP_MS)
    const before = reference.measure()
    const begun = performance.now()
    await pause(STEADY_MS)
    const ended = performance.now()
    await pause(AROUND_KILL_MS[0])
    const killed = performance.now()
    await system.kill('http')
    await system.start('http')
    tell(`killed and started again within ${Math.round(performance.now() - killed)} ms`)
    await pause(AROUND_KILL_MS[1])
    const back = performance.now()
    stop()
    await drain(pairs)
    const ref = rounded(Math.max(before, reference.measure()), 1)
    const steady = count(pairs, begun, ended)
    const restart = count(pairs, killed, back)
    const p95 = rounded(percentile(steady.times, 0.95), 1)
    for (const side of pairs.flat()) side.client.stop()
    const facts = { connected: pairs.length * 2, sides: `${pairs.length} askers + ${pairs.length} agents`, ref }
    const parts: MeasureLine[] = [
      {
        name: 'chat.lost',
        value: steady.lost,
        unit: 'messages lost over a killed server',
        bar: '= 0',
        ok: steady.lost === 0,
        sent: steady.sent,
        slowestOverRestartMs: rounded(Math.max(...restart.times), 0),
        ...facts,
      },
      { name: 'chat.doubled', value: steady.doubled, unit: 'messages doubled', bar: '= 0', ok: steady.doubled === 0, ...facts },
      { name: 'chat.order', value: steady.disordered, unit: 'messages out of order', bar: '= 0', ok: steady.disordered === 0, ...facts },
      {
        name: 'chat.time',
        value: p95,
        unit: 'ms from POST begun to the other screen, p95',
        bar: `≤ ${BAR_MS}`,
        ok: steady.times.length > 0 && p95 <= BAR_MS,
        p50: rounded(percentile(steady.times, 0.5), 1),
        p99: rounded(percentile(steady.times, 0.99), 1),
        messages: steady.times.length,
        ...facts,
      },
    ]
    return [...parts, sumParts('chat', parts)]
  } finally {
    await system.stop()
  }
}

/** Five hundred connected to one server process, each saying something every ten seconds, and a kill −9 of the server in the middle. */
export const measure: Measure = { name: 'chat', run }
