export { decideChannels } from './decide-channels.ts'
export {
  NOTICE_CHANNELS,
  NOTICE_KIND_RULES,
  NOTICE_KINDS,
  type NoticeChannel,
  type NoticeChoice,
  type NoticeKind,
  type NoticeKindRule,
} from './notice-kinds.ts'
