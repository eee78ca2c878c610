import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { answerPracticeForm } from './answer-practice-form.ts'
import { drawPracticeForm } from './draw-practice-form.ts'

/** A desk to practise at: invented people, known faults, nothing real is written. */
export function registerPractice(server: Server, platform: Platform): void {
  drawPracticeForm(server, platform)
  answerPracticeForm(server, platform)
}
