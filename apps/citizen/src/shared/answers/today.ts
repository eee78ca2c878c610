import { civilDateIn } from '@an-sinh/domain'

/** The civil date in Viet Nam by this device's clock: good enough to see that a birth date lies in the future, never for a due date. */
export const todayInVietNam = (): string => civilDateIn(Date.now())
