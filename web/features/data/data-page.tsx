import { Tabs } from '@mantine/core'
import { Notice } from '../../ui/notice.tsx'
import { CataloguePart } from './catalogue/catalogue-part.tsx'
import { ChainFilePart } from './chain/chain-file-part.tsx'
import { CommoditiesPart } from './commodities/commodities-part.tsx'
import classes from './data.module.css'
import { parts, type Part } from './data-view.ts'
import { FilesPart, UnsentGuard } from './files/files-part.tsx'
import { useImport } from './files/use-import.ts'
import { InstrumentsPart } from './instruments/instruments-part.tsx'
import { useDataView } from './use-data-view.ts'

const titles: Readonly<Record<Part, string>> = {
  files: 'Files',
  commodities: 'Commodity prices',
  instruments: 'Instruments',
  catalogue: 'Policy catalogue',
  chain: 'Supply chain',
}

/** What the operator brings in and takes out: files, commodity series, instruments. Each part has its own address. */
export function DataPage() {
  const { view, unreadable, change } = useDataView()
  const form = useImport()
  return (
    <>
      <title>{`Oreline: data, ${titles[view.part].toLowerCase()}`}</title>
      <header className={classes['intro']}>
        <h1>Data</h1>
        <p>
          Figures of your own beside those of the sources: each keeps its unit, its terms and where it came
          from. Whatever is brought in can be taken back, and what was shown before stays readable.
        </p>
      </header>
      {unreadable.length === 0 ? null : (
        <Notice tone="warn" title="Parts of the address could not be read">
          {unreadable.join(', ')}: the usual view is shown instead.
        </Notice>
      )}
      <UnsentGuard form={form} />
      <Tabs
        value={view.part}
        onChange={(name) => {
          const part = parts.find((one) => one === name)
          if (part !== undefined) change({ part })
        }}
        keepMounted={false}
      >
        <Tabs.List aria-label="Parts of this screen">
          {parts.map((part) => (
            <Tabs.Tab key={part} value={part}>
              {titles[part]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="files">
          <FilesPart form={form} />
        </Tabs.Panel>
        <Tabs.Panel value="commodities">
          <CommoditiesPart view={view} change={change} />
        </Tabs.Panel>
        <Tabs.Panel value="instruments">
          <InstrumentsPart />
        </Tabs.Panel>
        <Tabs.Panel value="catalogue">
          <CataloguePart />
        </Tabs.Panel>
        <Tabs.Panel value="chain">
          <ChainFilePart />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
