import { shareOf } from '@an-sinh/domain'

/** A share as a number and as a bar; the mark is what is aimed at. The number says it all, the bar is for the eye. */
export const ShareBar = ({
  part,
  whole,
  target = null,
}: {
  readonly part: number
  readonly whole: number
  readonly target?: number | null
}) => {
  const share = shareOf(part, whole)
  if (share === null) return '–'
  return (
    <>
      {share.toLocaleString('vi-VN')} %
      <svg className="share-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="share-bar-whole" width="100" height="8" />
        <rect className={target !== null && share < target ? 'share-bar-behind' : 'plot-first'} width={share} height="8" />
        {target === null ? null : <rect className="share-bar-target" x={Math.min(99, target)} width="1" height="8" />}
      </svg>
    </>
  )
}
