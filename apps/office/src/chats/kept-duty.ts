const KEY = 'chat-duty'

/** A page that is loaded again goes on with its duty. */
export const readDuty = (): string | null => sessionStorage.getItem(KEY)
export const keepDuty = (dutyId: string | null): void => {
  if (dutyId === null) sessionStorage.removeItem(KEY)
  else sessionStorage.setItem(KEY, dutyId)
}
