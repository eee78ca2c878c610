import { DEPARTMENT_NAMES, DEPARTMENTS, type Department } from '@an-sinh/domain'
import { CommandButton, Notice, TickField, useLanguage } from '@an-sinh/ui'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { usePageTitle } from '../shared/use-page-title.ts'
import { beginDuty, endDuty, takeChat } from './chat-calls.ts'
import { chatMessages } from './chat-messages.ts'
import { DeskRoom } from './desk-room.ts'
import { keepDuty, readDuty } from './kept-duty.ts'
import { QueuePanel } from './queue-panel.tsx'
import { ring } from './ring.ts'
import { TalkColumn } from './talk-column.tsx'
import '../shared/chat-log.css'
import './chats.css'

const useBusy = () => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const act = (work: () => Promise<unknown>): void => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    work()
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  return { busy, problem, act }
}

const OffDuty = ({ onDuty }: { readonly onDuty: (dutyId: string) => void }) => {
  const say = chatMessages.useSay()
  const { language } = useLanguage()
  const [departments, setDepartments] = useState<readonly Department[]>(DEPARTMENT_NAMES)
  const { busy, problem, act } = useBusy()
  const begin = async (): Promise<void> => {
    const { dutyId } = await beginDuty(crypto.randomUUID(), [...departments])
    onDuty(dutyId)
  }
  return (
    <>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <fieldset className="field">
        <legend className="field-label">{say('departments')}</legend>
        {DEPARTMENT_NAMES.map((name) => (
          <TickField
            key={name}
            name={`department-${name}`}
            label={DEPARTMENTS[name][language]}
            checked={departments.includes(name)}
            onChange={(ticked) => setDepartments((before) => (ticked ? [...before, name] : before.filter((one) => one !== name)))}
          />
        ))}
      </fieldset>
      {departments.length === 0 ? <Notice kind="warning">{say('departmentMissing')}</Notice> : null}
      <CommandButton kind="main" busy={busy} onPress={() => (departments.length === 0 ? undefined : act(begin))}>
        {say('goOnDuty')}
      </CommandButton>
    </>
  )
}

const OnDuty = ({ dutyId, staffId, onOff }: { readonly dutyId: string; readonly staffId: number; readonly onOff: () => void }) => {
  const say = chatMessages.useSay()
  const [sound, setSound] = useState(false)
  const [room] = useState(() => new DeskRoom(dutyId))
  const desk = useSyncExternalStore(room.subscribe, room.read)
  useEffect(() => room.enter(), [room])
  useEffect(() => {
    room.ringWith(sound ? ring : null)
  }, [room, sound])
  const { busy, problem, act } = useBusy()
  const goOff = async (): Promise<void> => {
    await endDuty(dutyId)
    onOff()
  }
  if (desk.isOver)
    return (
      <>
        <Notice kind="warning" live title={say('over')} />
        <CommandButton onPress={onOff}>{say('goOnDuty')}</CommandButton>
      </>
    )
  return (
    <>
      {desk.line === 'open' ? null : <Notice kind="warning" live title={say(`line-${desk.line}`)} />}
      {problem === null ? null : <ProblemNotice error={problem} />}
      <div className="row">
        <CommandButton kind="main" busy={busy} onPress={() => act(async () => room.addCard(await takeChat(dutyId)))}>
          {say('takeNext')}
        </CommandButton>
        <CommandButton busy={busy} onPress={() => act(goOff)}>
          {say('goOffDuty')}
        </CommandButton>
        <TickField name="chat-sound" label={say('sound')} checked={sound} onChange={setSound} />
      </div>
      <p className="small">{say('offSure')}</p>
      <QueuePanel queue={desk.queue} />
      {desk.talks.length === 0 ? <p className="empty">{say('none')}</p> : null}
      <div className="chat-columns">
        {desk.talks.map((talk) => (
          <TalkColumn
            key={talk.chatId}
            dutyId={dutyId}
            talk={talk}
            agents={desk.queue?.agents ?? []}
            ownStaffId={staffId}
            onLook={() => room.look(talk.chatId)}
            onClose={() => room.close(talk.chatId)}
            onSaid={(message) => room.add(talk.chatId, message)}
            onCard={room.addCard}
          />
        ))}
      </div>
    </>
  )
}

/** The desk of the chat: on duty or not, the queue, and the chats one holds side by side. */
export const ChatDeskPage = ({ staffId }: { readonly staffId: number }) => {
  const say = chatMessages.useSay()
  usePageTitle(say('title'))
  const [dutyId, setDutyId] = useState(readDuty)
  const change = (next: string | null): void => {
    keepDuty(next)
    setDutyId(next)
  }
  return (
    <main id="main" className="page desk-page">
      <h1 tabIndex={-1}>{say('title')}</h1>
      <p className="quiet">{say('lead')}</p>
      {dutyId === null ? <OffDuty onDuty={change} /> : <OnDuty key={dutyId} dutyId={dutyId} staffId={staffId} onOff={() => change(null)} />}
    </main>
  )
}
