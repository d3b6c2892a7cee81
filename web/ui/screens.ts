/** The screens a reader can go to, in the order of the header. */
export const screens = [
  { to: '/', label: 'Timeline' },
  { to: '/calendar', label: 'What’s next' },
  { to: '/inbox', label: 'Inbox' },
  { to: '/chain', label: 'Chain' },
  { to: '/floor', label: 'Floor' },
  { to: '/health', label: 'Data health' },
  { to: '/data', label: 'Data' },
  { to: '/sources', label: 'Sources' },
] as const
