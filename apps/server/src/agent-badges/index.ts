export { type BadgeRow, type BadgeScope, insertWithdrawal, listNewestBadges, listWithdrawals } from './badge-queries.ts'
export { checkAgentBadge, type CheckedBadge } from './check-agent-badge.ts'
export { renderBadge } from './render-badge.ts'
