import type { PhotoKind } from '@an-sinh/domain'
import type { Draft, DraftPhoto } from './draft.ts'

/**
 * The same draft open in two pages: what this page changed since both agreed (`base`) is this page's, everything else is as the other page
 * left it. Photo by photo, for one page may take them while another sends them.
 */
export const mergeDrafts = (ours: Draft, theirs: Draft, base: Draft): Draft => {
  const pick = <Key extends keyof Draft>(key: Key): Draft[Key] => (ours[key] === base[key] ? theirs[key] : ours[key])
  const photos: Partial<Record<PhotoKind, DraftPhoto>> = { ...theirs.photos }
  for (const [kind, photo] of Object.entries(ours.photos) as [PhotoKind, DraftPhoto][])
    if (photo !== base.photos[kind]) photos[kind] = photo
  return {
    ...ours,
    fields: pick('fields'),
    serverVersion: pick('serverVersion'),
    privacyVersion: pick('privacyVersion'),
    provedPhone: pick('provedPhone'),
    submission: pick('submission'),
    photos,
  }
}
