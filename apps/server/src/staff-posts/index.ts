import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { givePost } from './give-post.ts'
import { listColleagues } from './list-colleagues.ts'

/** Roles and areas of colleagues, dated, given by somebody else than who has them. */
export function registerStaffPosts(server: Server, platform: Platform): void {
  listColleagues(server, platform)
  givePost(server, platform)
}
