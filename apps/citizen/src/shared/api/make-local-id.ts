import { type LocalErrorKind, makeLocalErrorId, screenNumberOf, screenOf } from '@an-sinh/domain'

/** The id of what went wrong here and now, told by no server. */
export const makeLocalId = (kind: LocalErrorKind): string =>
  makeLocalErrorId({ kind, minute: Math.floor(Date.now() / 60_000), screen: screenNumberOf(screenOf(location.pathname)) })
