/** Line icons of 16 pixels in the colour of their text. They decorate: the words beside them, or a label, say it. */
type IconProps = { readonly path: string }

function Icon({ path }: IconProps) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  )
}

export const CloseIcon = () => <Icon path="m4 4 8 8M12 4l-8 8" />
export const ChevronDownIcon = () => <Icon path="m4 6 4 4 4-4" />
export const LeavesPageIcon = () => <Icon path="M9 3h4v4M13 3 7.5 8.5M11 9.5V13H3V5h3.5" />
export const SunIcon = () => (
  <Icon path="M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6ZM8 1v1.4M8 13.6V15M1 8h1.4M13.6 8H15M3.1 3.1l1 1M11.9 11.9l1 1M12.9 3.1l-1 1M4.1 11.9l-1 1" />
)
export const MoonIcon = () => <Icon path="M13.2 9.8A5.6 5.6 0 0 1 6.2 2.8a5.6 5.6 0 1 0 7 7Z" />
export const SystemIcon = () => <Icon path="M2 3h12v8H2zM6 14h4M8 11v3" />
export const RefreshIcon = () => <Icon path="M13.5 8a5.5 5.5 0 1 1-1.6-3.9M13.5 1.8v3h-3" />
export const WarningIcon = () => <Icon path="M8 2 1.8 13h12.4L8 2ZM8 6.4v3M8 11.3v.1" />
export const InfoIcon = () => (
  <Icon path="M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8ZM8 7.4v3.4M8 5.2v.1" />
)
