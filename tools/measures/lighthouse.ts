import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { findBrowser } from '../find-browser.ts'
import { buildWebApps } from '../launch/build-web-app.ts'
import { type Measure, type MeasureContext, type MeasureLine, percentile, rounded, sumParts } from './measure-line.ts'
import { startSystem } from './running-system.ts'
import { makeSignedInPersons } from './signed-in-persons.ts'

const FOLDER = join(import.meta.dirname, '../lighthouse')
const PROGRAM = join(FOLDER, 'node_modules/lighthouse/cli/index.js')
const RUNS = 3
const BARS = { performance: 95, accessibility: 100, 'best-practices': 95 } as const
type Category = keyof typeof BARS
const CATEGORIES = Object.keys(BARS) as Category[]
/** Runs of one page on a machine that changed its speed meanwhile say nothing. */
const SAME_MACHINE = 1.2
const PAGES = {
  start: { path: '', own: false },
  'sign-in': { path: 'dang-nhap', own: false },
  home: { path: 'ca-nhan', own: true },
  card: { path: 'ca-nhan/the', own: true },
  participation: { path: 'ca-nhan/qua-trinh', own: true },
} as const

type Report = {
  environment: { benchmarkIndex: number }
  categories: Record<Category, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { score: number | null; title: string }>
}

/** Kept apart from the product's own packages: installed from its own lock file when it is first asked for. */
const install = (): void => {
  if (!existsSync(PROGRAM)) execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: 'ignore' })
}

async function runOnce(url: string, cookie: string | null): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'an-sinh-lighthouse-'))
  const output = join(folder, 'report.json')
  const { executablePath, args, env } = await findBrowser()
  const headers = cookie === null ? [] : ['--extra-headers', JSON.stringify({ Cookie: cookie })]
  const given = [
    url,
    '--output=json',
    `--output-path=${output}`,
    '--quiet',
    '--no-enable-error-reporting',
    `--only-categories=${CATEGORIES.join(',')}`,
  ]
  const flags = `--chrome-flags=${['--headless=new', ...args].join(' ')}`
  try {
    await new Promise<void>((resolve, reject) => {
      const child = spawn(process.execPath, [PROGRAM, ...given, flags, ...headers], {
        env: { ...process.env, ...env, CHROME_PATH: executablePath },
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      child.once('error', reject)
      child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`lighthouse ended with ${code}`))))
    })
    return JSON.parse(readFileSync(output, 'utf8')) as Report
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const scoreOf = (report: Report, category: Category): number => Math.round((report.categories[category].score ?? 0) * 100)

const listFailing = ({ categories, audits }: Report): string[] =>
  CATEGORIES.filter((category) => category !== 'performance').flatMap((category) =>
    categories[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id]?.score !== null && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${category}: ${audits[id]?.title ?? id}`),
  )

async function measurePage(context: MeasureContext, name: string, url: string, cookie: string | null): Promise<MeasureLine> {
  const reports: Report[] = []
  for (let run = 0; run < RUNS; run += 1) reports.push(await runOnce(url, cookie))
  const scores = Object.fromEntries(
    CATEGORIES.map((category) => [
      category,
      percentile(
        reports.map((report) => scoreOf(report, category)),
        0.5,
      ),
    ]),
  )
  const indices = reports.map(({ environment }) => Math.round(environment.benchmarkIndex))
  const isSteady = Math.max(...indices) <= Math.min(...indices) * SAME_MACHINE
  for (const failing of new Set(reports.flatMap(listFailing))) context.tell(`${name}: ${failing}`)
  context.tell(`${name}: ${JSON.stringify(scores)}, benchmarkIndex ${indices.join(' ')}`)
  return {
    name: `lighthouse.${name}`,
    value: scores['performance'] ?? 0,
    unit: isSteady ? 'performance, median of 3' : 'performance, median of 3, VOID: the machine changed its speed',
    bar: '≥ 95, accessibility 100, best practices ≥ 95',
    ok: isSteady && CATEGORIES.every((category) => (scores[category] ?? 0) >= BARS[category]),
    ref: rounded(context.reference.measure(), 1),
    ...scores,
    benchmarkIndex: indices.join(' '),
  }
}

/** Lighthouse with its mobile defaults on the pages a citizen meets most. */
export const measure: Measure = {
  name: 'lighthouse',
  run: async (context) => {
    install()
    await buildWebApps()
    const system = await startSystem({ durable: false })
    try {
      const [cookie = ''] = await makeSignedInPersons(system.owner, 1)
      const parts: MeasureLine[] = []
      for (const [name, { path, own }] of Object.entries(PAGES))
        parts.push(await measurePage(context, name, `${system.citizenUrl}/${path}`, own ? cookie : null))
      return [...parts, sumParts('lighthouse', parts)]
    } finally {
      await system.stop()
    }
  },
}
