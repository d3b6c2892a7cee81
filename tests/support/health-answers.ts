/** Answers of a healthy Oreline in the place of the real ones, for what the page makes of them. */
import type { Page } from 'playwright-core'

/** Of every answer below. */
export const meta = {
  as_of: '2026-11-21T10:00:00Z',
  data_version: '1',
  sources: [],
  units: {},
  currency: null,
  adjusted: null,
  next: null,
}

const healthy: Readonly<Record<string, unknown>> = {
  ready: {
    status: 'ready',
    store: { engine: 'PostgreSQL', private: true, schema_version: '1' },
    queue: 'ready',
    role: 'all',
    offline: false,
    mail: false,
    public_url: 'http://127.0.0.1:4600',
  },
  sources: [
    {
      source: 'yahoo',
      name: 'Yahoo Finance',
      provides: ['prices'],
      homepage: 'https://finance.yahoo.com/',
      terms: 'personal use',
      limits: 'daily bars',
      enabled: true,
      jobs: ['quotes-xnys'],
      state: 'fresh',
      since: '2026-11-20T15:20:00Z',
      last_attempt_at: '2026-11-21T09:00:00Z',
      last_ok_at: '2026-11-20T15:00:00Z',
      newest_item: '2026-11-20',
      next_attempt_at: null,
      why: null,
      detail: null,
      scopes: [],
    },
  ],
  series: [
    {
      ticker: 'MP',
      name: 'MP Materials Corp.',
      role: 'tracked',
      calendar: 'XNYS',
      paused: false,
      source: 'yahoo',
      preferred: 'yahoo',
      chosen: false,
      available: ['yahoo'],
      fallback_since: null,
      first_session: '2020-01-02',
      newest_session: '2026-11-20',
      age_sessions: 0,
      state: 'fresh',
      bars: 1700,
      epoch: 0,
      gaps: 0,
      halts: 0,
      suspects: 0,
      corrected: 0,
      disagreements: 0,
      quarantined: 0,
      last_changed_at: '2026-11-20T22:00:00Z',
    },
  ],
  quarantine: [],
  'disagreements?*': [],
  gaps: [],
  'calendars/horizons': [
    {
      calendar: 'XNYS',
      name: 'New York Stock Exchange',
      confirmed_through: '2028-12-31',
      days_left: 771,
      warn: false,
      expected: [],
    },
  ],
  'jobs/runs': [],
}

/** Everything the verdict rests on is fine, but for what is given by the path of its endpoint. */
export async function answerHealthy(
  page: Page,
  given: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  for (const [path, data] of Object.entries({ ...healthy, ...given }))
    await page.route(`**/api/v1/${path}`, (route) => route.fulfill({ json: { data, meta } }))
}

/** An answer about MP that halves some closes and waits for a decision. */
export const quarantined = {
  id: 7,
  ticker: 'MP',
  source: 'yahoo',
  kind: 'half-adjusted',
  why: 'only the closes before 2026-11-18 are rescaled',
  k: 0.5,
  agrees_from: '2026-11-18',
  compared: 20,
  differing: 17,
  sample: [
    { date: '2026-11-16', held: 61, fresh: 30.5 },
    { date: '2026-11-17', held: 60.2, fresh: 30.1 },
  ],
  whole: true,
  opened_at: '2026-11-20T22:00:00Z',
  last_seen_at: '2026-11-20T22:00:00Z',
  times_seen: 1,
  can_accept: true,
  can_rescale: true,
  rescale_from: null,
  decided_at: null,
  decision: null,
}
