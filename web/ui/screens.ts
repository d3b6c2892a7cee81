/** The screens a reader can go to, in the order of the header. `followsPast`: it shows what was stored at the address's `as_of`. */
export const screens = [
  { to: '/', label: 'Timeline', followsPast: true },
  { to: '/calendar', label: 'What’s next', followsPast: false },
  { to: '/inbox', label: 'Inbox', followsPast: false },
  { to: '/chain', label: 'Chain', followsPast: true },
  { to: '/floor', label: 'Floor', followsPast: false },
  { to: '/health', label: 'Data health', followsPast: false },
  { to: '/data', label: 'Data', followsPast: false },
  { to: '/sources', label: 'Sources', followsPast: false },
] as const
