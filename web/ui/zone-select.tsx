import { NativeSelect } from '@mantine/core'
import { zoneChoices, zoneLabels } from './time-zone.ts'
import { useZoneChoice } from './use-moment-text.ts'

/** In which zone moments are shown. */
export function ZoneSelect() {
  const { zone, chooseZone } = useZoneChoice()
  return (
    <NativeSelect
      aria-label="Show times in"
      size="xs"
      value={zone}
      onChange={(event) => {
        const { value } = event.currentTarget
        const choice = zoneChoices.find((one) => one === value)
        if (choice !== undefined) chooseZone(choice)
      }}
      data={zoneChoices.map((value) => ({ value, label: zoneLabels[value] }))}
    />
  )
}
