import { Link, Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { ConnectionNotice } from './connection-notice.tsx'
import { NowOnly } from './now-only.tsx'
import { screens } from './screens.ts'
import classes from './shell.module.css'
import { ThemeSwitch } from './theme-switch.tsx'
import { ZoneSelect } from './zone-select.tsx'

const InboxBadge = lazy(async () => ({ default: (await import('./inbox-badge.tsx')).InboxBadge }))
/** The first chart does not need the badge, and would wait for its script: that comes when the page is drawn. */
const BADGE_AFTER_MS = 2_000

/** What every screen stands in: header, connection, the screen, and what Oreline is not. */
export function Shell() {
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDrawn(true), BADGE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      <a className={classes['skip']} href="#content">
        Skip to the content
      </a>
      <header className={classes['header']}>
        <Link to="/" search className={classes['name']}>
          <Mark />
          <span className={classes['word']}>Oreline</span>
        </Link>
        <p className={classes['purpose']}>How policy moves rare-earth stocks</p>
        <nav aria-label="Screens" className={classes['nav']}>
          {screens.map(({ to, label }) => (
            <Link key={to} to={to} search activeOptions={{ exact: to === '/', includeSearch: false }}>
              {label}
              {to === '/inbox' && isDrawn ? (
                <Suspense fallback={null}>
                  <InboxBadge />
                </Suspense>
              ) : null}
            </Link>
          ))}
        </nav>
        <div className={classes['choices']}>
          <ZoneSelect />
          <ThemeSwitch />
        </div>
      </header>
      <main id="content" tabIndex={-1} className={classes['main']}>
        <ConnectionNotice />
        <NowOnly />
        <Outlet />
      </main>
      <footer className={classes['footer']}>
        <p>
          Nothing here is investment advice. Expected directions are judgements, figures come from the sources
          named beside them, and every source has its own{' '}
          <Link to="/sources" search>
            terms and limits
          </Link>
          .
        </p>
        <p>
          The same numbers for a notebook: <a href="/api/docs">API</a>
        </p>
      </footer>
    </>
  )
}

function Mark() {
  return (
    <svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#14323f" />
      <path
        d="M5 21 11 15l5 4 10-11"
        fill="none"
        stroke="#7fd1c4"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M11 25v-4M16 25v-2M26 25V14" stroke="#e8b04a" strokeWidth="2.2" strokeLinecap="round" />
    </svg>
  )
}
