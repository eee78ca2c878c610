import { CommandButton, TickField } from '@an-sinh/ui'
import { Dialog } from '../shared/dialog.tsx'
import { switchSingleKeys, useSingleKeys } from '../shared/keyboard.ts'
import { appMessages } from './app-messages.ts'

const GROUPS = [
  [
    'everywhere',
    [
      ['/', 'scan'],
      ['', 'scanner'],
      ['F', 'waiting'],
      ['?', 'help'],
      ['U', 'undo'],
      ['Escape', 'escape'],
    ],
  ],
  [
    'inCase',
    [
      ['N', 'receive'],
      ['I', 'print'],
      ['1', 'kind'],
      ['2–5', 'marks'],
      ['A', 'approve'],
      ['T', 'return'],
      ['C', 'refuse'],
      ['Ctrl+Enter', 'confirm'],
      ['Z', 'photos'],
      ['X', 'signals'],
      ['H', 'history'],
      ['G', 'extend'],
      ['J', 'next'],
      ['P', 'paper'],
      ['Q', 'back'],
    ],
  ],
  [
    'inPhotos',
    [
      ['+ −', 'zoom'],
      ['R', 'turn'],
      ['1–3', 'hide'],
    ],
  ],
] as const

/** Every key, and the switch for people whom single keys disturb. */
export const HelpDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const say = appMessages.useSay()
  const on = useSingleKeys()
  return (
    <Dialog title={say('helpTitle')} onClose={onClose} wide keys={{ '?': onClose }}>
      <TickField name="single-keys" label={say('singleKeys')} hint={say('singleKeysHint')} checked={on} onChange={switchSingleKeys} />
      <div className="key-groups">
        {GROUPS.map(([group, keys]) => (
          <section key={group}>
            <h3>{say(group)}</h3>
            <dl className="keys">
              {keys.map(([key, meaning]) => (
                <div key={meaning}>
                  <dt>{key === '' ? null : <kbd className="key">{key}</kbd>}</dt>
                  <dd>{say(`key-${meaning}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <CommandButton kind="main" keyHint="Escape" onPress={onClose}>
        {say('close')}
      </CommandButton>
    </Dialog>
  )
}
