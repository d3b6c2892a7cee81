import { Loaded } from '../../ui/loaded.tsx'
import classes from './calendars.module.css'
import { HealthSection } from './health-section.tsx'
import { HorizonTable } from './horizon-table.tsx'
import { OverrideForm } from './override-form.tsx'
import { OverrideList } from './override-list.tsx'
import type { Health } from './use-health.ts'

/** How far the calendars reach, and the days on which they are overruled. */
export function CalendarSection({ horizons, overrides }: Pick<Health, 'horizons' | 'overrides'>) {
  return (
    <HealthSection
      place="calendars"
      title="Trading calendars"
      note="Sessions are expected by these calendars. Past its last confirmed day a calendar answers “unknown”."
    >
      <Loaded query={horizons} what="The reach of the calendars" height={120}>
        <HorizonTable rows={horizons.data?.data ?? []} />
      </Loaded>
      <h3 className={classes['title']}>Days overruled here</h3>
      <Loaded query={overrides} what="The days overruled" height={40}>
        <OverrideList rows={overrides.data?.data ?? []} />
      </Loaded>
      <OverrideForm />
    </HealthSection>
  )
}
