/** Titles in the manner of what governments publish, by hand: what the terms must find, and what they must leave. */
import { catalogueIndex } from '@oreline/shared/domain/inbox/catalogue-index.ts'
import { isWatchedFor, readDocument } from '@oreline/shared/domain/inbox/match.ts'
import { policyEventsSchema } from '@oreline/shared/domain/policy/event.ts'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aDocument } from '../../support/documents.ts'

const seed = new URL('../../../migrations/seed/policy-events.json', import.meta.url)
const catalogue = catalogueIndex(policyEventsSchema.parse(JSON.parse(readFileSync(seed, 'utf8'))))
const watched = (titles: readonly string[]) =>
  titles.filter((title) => isWatchedFor(aDocument({ title }), catalogue))

const about = [
  'Adjusting Imports of Processed Critical Minerals and Their Derivative Products Into the United States',
  'Notice of Request for Public Comments on Section 232 National Security Investigation of Imports of Processed Critical Minerals and Derivative Products',
  'Immediate Measures To Increase American Mineral Production',
  'Unleashing America’s Offshore Critical Minerals and Resources',
  'Final 2025 List of Critical Minerals',
  'Defense Federal Acquisition Regulation Supplement: Restriction on Certain Metal Products (DFARS Case 2024-D002)',
  'Modification of Duties on Magnets From China Under Section 301',
  'Expansion of End-User Controls To Cover Affiliates of Certain Listed Entities',
  'One-Year Suspension of Expansion of End-User Controls for Affiliates of Certain Listed Entities',
  'Office of Strategic Capital Announces Loan to Separate Heavy Rare-Earth Elements',
  'MP Materials Corp., Las Vegas, Nevada, was awarded a contract for a magnet facility',
  'National Defense Stockpile Market Impact Committee: Potential Market Impact of Purchases of NdFeB and Samarium Cobalt',
  'United States–Australia Framework for Securing of Supply in the Mining and Processing of Critical Minerals and Rare Earths',
  'Agreement on Trade in Critical Minerals: Request for Comments on Border-Adjusted Price Floors',
  'Commission adopts RESourceEU Action Plan to secure supply of raw materials',
  'Commission selects 47 Strategic Projects to secure and diversify access to raw materials in the EU',
  'Critical Raw Materials Act: joint purchasing platform opens',
  '商务部 海关总署公告2025年第18号 公布对部分中重稀土相关物项实施出口管制的决定',
  '商务部公告2025年第61号 公布对境外相关稀土物项实施出口管制的决定',
  '商务部 海关总署公告2024年第33号 关于对锑等物项实施出口管制的公告',
  '工业和信息化部 自然资源部关于下达2025年稀土开采、冶炼分离总量控制指标的通知',
  '商务部公告2024年第46号 关于加强相关两用物项对美国出口管制的公告',
  'Announcement No. 10 of 2025: Decision to Implement Export Controls on Items Related to Tungsten, Tellurium, Bismuth, Molybdenum and Indium',
  'Presidential Waiver of Statutory Requirements Pursuant to Section 303 of the Defense Production Act for Sintered Neodymium Iron Boron Magnets',
  'Statement by the U.S. Trade Representative on China’s Export Controls on Rare Earths',
  'Adjusting Imports of Copper, Rare Earths and Derivative Articles',
  'Notice of Action: China’s Acts on Legacy Semiconductors and Permanent Magnets, Section 301',
  'Ambassador Greer Announces Plurilateral Agreement on Trade in Critical Minerals',
  'U.S.-Japan Framework for Securing the Supply of Critical Minerals and Rare Earths Through Mining and Processing',
  'Secretary of War Announces $150 Million Investment in Heavy Rare Earth Separation',
  'President Trump Launches Project Vault',
  'Notice of Determination Under Section 232: Neodymium-Iron-Boron Permanent Magnets',
  'Suspension of the Affiliates Rule Extended Until November 2027',
  'Tungsten and Tantalum: Defense Logistics Agency Stockpile Annual Materials Plan',
  'Extending the Modification of the Reciprocal Tariff Rates Consistent With the Economic and Trade Arrangement Between the United States and the People’s Republic of China',
  'Lynas USA LLC Contract Modification, Seadrift, Texas',
  'Commission proposes restrictions on exports of permanent magnet scrap',
  'Questions and answers on the Critical Raw Materials Act implementing rules',
  'EU and China agree channel for rare earth general licences',
  '商务部公告2025年第70号 暂停实施商务部 海关总署公告2025年第55、56、57、58号和商务部公告2025年第61、62号',
  '商务部新闻发言人就中重稀土出口管制答记者问',
  '商务部 海关总署公告2025年第57号 公布对部分中重稀土相关物项实施出口管制的决定',
  '商务部公告2023年第39号 关于优化调整石墨物项临时出口管制措施的公告',
  'Announcement No. 70 of 2025 on Suspending the Implementation of Announcements No. 55 to 58, 61 and 62',
  'Deep Seabed Mining: Revisions to Regulations for Exploration License and Commercial Recovery Permit Applications for Seabed Minerals',
]
const notAbout = [
  'National Center for Advancing Translational Sciences; Notice of Rare Disease Research Meeting',
  'Earth Day, 2026: A Proclamation',
  'Magnet Schools Assistance Program; Applications for New Awards',
  'Nomination of John Lynas To Be a Member of the National Council on the Arts',
  'Army MP Battalion Returns From Deployment',
  'Export Control of Firearms: Revisions to License Exceptions',
  'Recall of Lithium-Ion Battery Packs; Consumer Product Safety Commission',
  'Request for Information on Magnetic Resonance Imaging With Gadolinium-Based Contrast Agents',
  'Medical Devices; Classification of the Yttrium-90 Glass Microsphere System',
  'Mountain Pass Road Reconstruction, Glacier National Park; Environmental Impact Statement',
  'Certain Superconducting Magnets for MRI; Notice of Institution of Section 337 Investigation',
  'Clean Energy Fuels; Renewable Fuel Standard Pathways',
  'Circular Welded Pipe From India: Continuation of the Antidumping Duty Order',
  'Commission fines car-glass makers in cartel case; export ban does not apply',
  'EU stockpile of medical countermeasures: Commission presents strategy',
  'Strategic Petroleum Reserve: Notice of Sale of Crude Oil',
  'Food price floors and price support for dairy farmers',
  'Rare Earth Day Celebration at Elementary School',
  'National School Lunch Week, 2026',
  'Magnet Hospital Recognition and Nursing Workforce Grants',
  'Export Controls: Revisions to License Requirements for Advanced Computing Integrated Circuits',
  'Addition of Entities to the Entity List for Diversion of Aircraft Parts',
  'Section 301 Investigation of Brazil’s Digital Trade Practices; Hearing',
  '关于对原产于美国的进口高粱反倾销调查的公告',
  '2026年度大米进口关税配额申请公告',
  '中央储备冻猪肉收储公告',
  'Graphite Pencil Imports: Toy Safety Notice',
  'Low Enriched Uranium From Russia; Suspension Agreement',
  'Renewal of the Tungsten Carbide Dental Bur Exemption',
  'Fact Sheet: President Establishes Strategic Bitcoin Reserve',
  'Certain Permanent Magnet Toys; Consumer Product Safety Standard',
  'Erbium-Doped Fiber Amplifiers; Notice of Complaint',
  'Nuclear Fuel Cycle: Mine Safety and Health Training Grants',
  'Rare Pediatric Disease Priority Review Voucher Program',
  'Executive Order on Saving College Sports',
  'Proclamation on National Mining Heritage Week',
  'Certain Magnet Wire From Mexico: Preliminary Determination',
  'Medicare Program; Coverage of Gadolinium-Enhanced Imaging',
  'Department of War Military Police (MP) Training Contract',
  'Airworthiness Directives; MP Aviation Engines',
  'Petition for Exemption; Neo Performance Motorcycles Ltd.',
  'Export Control Reform: Spacecraft and Satellites',
  'Grain Stockpiles Report and Agricultural Export Restrictions',
  'Adjusting Imports of Timber, Lumber, and Their Derivative Products Under Section 232',
  'Section 301 Hearing on Nicaragua’s Labor Practices',
  'Proposed Removal of Cerium Compounds From the Pesticide Tolerance List',
  'Indium-111 Radiopharmaceuticals; Availability of Guidance',
  'EU opens consultation on raw materials for textiles and apparel',
  'Commission approves €500 million State aid for battery recycling',
  '关于对原产于加拿大的进口油菜籽反倾销立案调查的公告',
  '商务部公告2026年第5号 关于将台湾军工企业列入出口管制管控名单的公告',
  'Daily Contracts: Magnetic Resonance Equipment and Tungsten Heavy Alloy Penetrators',
  'Public Hearing on Strategic Reserve of Natural Gas',
]

test(`all ${about.length} titles about minerals or their trade are found`, () => {
  expect(about.filter((title) => !watched(about).includes(title))).toEqual([])
})

test('of those about something else only what a title alone cannot tell apart is found, and never as sure', () => {
  const wrong = watched(notAbout)
  expect(wrong).toEqual([
    'Nomination of John Lynas To Be a Member of the National Council on the Arts',
    'Commission fines car-glass makers in cartel case; export ban does not apply',
    'Section 301 Hearing on Nicaragua’s Labor Practices',
    'Proposed Removal of Cerium Compounds From the Pesticide Tolerance List',
    '商务部公告2026年第5号 关于将台湾军工企业列入出口管制管控名单的公告',
    'Daily Contracts: Magnetic Resonance Equipment and Tungsten Heavy Alloy Penetrators',
  ])
  const sure = wrong.filter((title) => readDocument(aDocument({ title }), catalogue).relevance === 'high')
  expect(sure).toEqual([])
})
