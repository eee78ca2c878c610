import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { getPublicSettingsRoute, getReadyRoute, type Surface } from '@an-sinh/contract'
import { addRoute, type Server } from './platform/add-route.ts'
import type { Platform } from './platform/platform.ts'
import { makeServer } from './platform/make-server.ts'
import { makeReadiness } from './platform/readiness.ts'

export { Refusal } from './platform/refusal.ts'
export { existsSync, fastifyStatic, join, addRoute, getPublicSettingsRoute, getReadyRoute, makeReadiness, makeServer }
export type { Platform, Server, Surface }
