/** `place`: 1 is next. `freeSeats`: chats that agents on duty could take at once. `agents`: on duty, with their seats each. */
export type Waiting = {
  readonly place: number
  readonly freeSeats: number
  readonly agents: number
  readonly chatsOfAgent: number
  readonly minutesOfChat: number
}

/**
 * Minutes until somebody answers, told honestly: rounded up, 0 only when a seat is free, null when nobody is on duty. With all seats taken one
 * becomes free every `minutesOfChat / seats`.
 */
export const estimateWait = ({ place, freeSeats, agents, chatsOfAgent, minutesOfChat }: Waiting): number | null => {
  if (agents <= 0) return null
  const ahead = place - freeSeats
  if (ahead <= 0) return 0
  return Math.max(1, Math.ceil((ahead * minutesOfChat) / (agents * chatsOfAgent)))
}
