import { NOTICE_CHANNELS, NOTICE_KIND_RULES, type NoticeChannel, type NoticeChoice, type NoticeKind } from './notice-kinds.ts'

/** The channels that carry a kind: the person's choice, else what is usual; a fixed kind goes every way, whatever was chosen. */
export const decideChannels = (kind: NoticeKind, choices: readonly NoticeChoice[]): readonly NoticeChannel[] => {
  const { fixed, usual } = NOTICE_KIND_RULES[kind]
  const chosen = (channel: NoticeChannel): boolean | undefined =>
    choices.findLast((choice) => choice.kind === kind && choice.channel === channel)?.isOn
  return NOTICE_CHANNELS.filter((channel) => fixed || (chosen(channel) ?? usual[channel]))
}
