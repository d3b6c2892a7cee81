import { ActionIcon, useMantineColorScheme } from '@mantine/core'
import { MoonIcon, SunIcon, SystemIcon } from './icons.tsx'

const schemes = {
  auto: { next: 'light', label: 'Colours: as the system. Switch to light', icon: <SystemIcon /> },
  light: { next: 'dark', label: 'Colours: light. Switch to dark', icon: <SunIcon /> },
  dark: { next: 'auto', label: 'Colours: dark. Switch to the system’s', icon: <MoonIcon /> },
} as const

/** Goes through system, light and dark; kept in this browser, not in the address. */
export function ThemeSwitch() {
  // Otherwise Mantine stops transitions by an inline style, which the page’s policy refuses.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const { next, label, icon } = schemes[colorScheme]
  return (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(next)}
    >
      {icon}
    </ActionIcon>
  )
}
