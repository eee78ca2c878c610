import { decideDeadline, makeWorkingCalendar } from '@an-sinh/domain'
