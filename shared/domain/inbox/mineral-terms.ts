/** Elements, minerals and what is made of them. */
import { rareEarthSchema, type ElementSymbol } from '../chain/element.ts'
import { cue, strong, weak, type WatchTerm } from './term.ts'

const allRareEarths = rareEarthSchema.options
const heavyRareEarths: readonly ElementSymbol[] = ['Gd', 'Tb', 'Dy', 'Ho', 'Er', 'Tm', 'Yb', 'Lu', 'Y']

/**
 * Elements that have few uses beside magnets and defence are strong; the others stand in medical and laser notices too.
 * Isotopes (`yttrium-90`) never count: they are medicine. In Chinese each has a sign of its own.
 */
const magnetElements: readonly [ElementSymbol, string, string, (readonly string[])?][] = [
  ['Nd', 'neodymium', '钕'],
  ['Pr', 'praseodymium', '镨'],
  ['Sm', 'samarium', '钐'],
  ['Tb', 'terbium', '铽'],
  ['Dy', 'dysprosium', '镝'],
  ['Gd', 'gadolinium', '钆', ['contrast', 'based contrast', 'containing contrast', 'enhanced']],
  ['Sc', 'scandium', '钪'],
]
const otherElements: readonly [ElementSymbol, string, string][] = [
  ['Y', 'yttrium', '钇'],
  ['La', 'lanthanum', '镧'],
  ['Ce', 'cerium', '铈'],
  ['Pm', 'promethium', '钷'],
  ['Eu', 'europium', '铕'],
  ['Ho', 'holmium', '钬'],
  ['Er', 'erbium', '铒'],
  ['Tm', 'thulium', '铥'],
  ['Yb', 'ytterbium', '镱'],
  ['Lu', 'lutetium', '镥'],
  ['Ga', 'gallium', '镓'],
  ['Ge', 'germanium', '锗'],
  ['Sb', 'antimony', '锑'],
  ['W', 'tungsten', '钨'],
  ['In', 'indium', '铟'],
  ['Mo', 'molybdenum', '钼'],
  ['Te', 'tellurium', '碲'],
  ['Bi', 'bismuth', '铋'],
]

export const mineralTerms: readonly WatchTerm[] = [
  strong('rare earths', 'rare earth(s)|rareearth(s)|稀土', {
    notBefore: ['shattering', 'moving', 'observation', 'day', 'hour'],
    elements: allRareEarths,
  }),
  strong('heavy rare earths', 'heavy rare earth(s)|中重稀土|重稀土', { elements: heavyRareEarths }),
  strong('NdPr', 'ndpr|nd pr|didymium|镨钕', { elements: ['Nd', 'Pr'] }),
  ...magnetElements.map(([symbol, name, sign, notBefore = []]) =>
    strong(name, `${name}|${sign}`, { elements: [symbol], notBefore }),
  ),
  ...otherElements.map(([symbol, name]) => weak(name, name, { elements: [symbol] })),
  ...otherElements.map(([symbol, name, sign]) => strong(`${sign} (${name})`, sign, { elements: [symbol] })),
  strong('NdFeB magnets', 'ndfeb|neodymium iron boron|neodymium magnet(s)|钕铁硼', {
    elements: ['Nd'],
    stages: ['magnet'],
  }),
  strong('samarium-cobalt magnets', 'smco|samarium cobalt|钐钴', { elements: ['Sm'], stages: ['magnet'] }),
  strong('permanent magnets', 'permanent magnet(s)|永磁|永磁体', {
    stages: ['magnet'],
    notBefore: ['toy', 'toys'],
  }),
  weak('magnets', 'magnet(s)|magnet material(s)|磁体|磁性材料', {
    stages: ['magnet'],
    notBefore: ['school', 'schools', 'program', 'hospital', 'recognition', 'wire'],
  }),
  strong('critical minerals', 'critical mineral(s)|strategic mineral(s)|关键矿产|关键矿物|战略性矿产'),
  strong('critical raw materials', 'critical raw material(s)|strategic raw material(s)|resourceeu'),
  weak('critical materials', 'critical material(s)|strategic and critical materials|strategic material(s)'),
  weak('mineral supply', 'mineral(s) production|mineral(s) security|mineral(s) supply|seabed mineral(s)'),
  weak('raw materials', 'raw materials'),
  weak('graphite', 'graphite|石墨'),
  weak('superhard materials', 'superhard material(s)|超硬材料'),
  weak('monazite', 'monazite|bastnaesite|bastnasite|xenotime|独居石|ionic clay(s)', {
    stages: ['mining'],
  }),
  cue('mining', 'mine(s)|mining|mineral production|extraction|采矿|开采|矿山', { stages: ['mining'] }),
  cue('separation', 'separation|separated|solvent extraction|cracking|leaching|分离', {
    stages: ['separation'],
  }),
  cue('refining', 'refining|refinery|refineries|refined|processed|oxide(s)|冶炼', {
    stages: ['refining'],
  }),
  cue('metal and alloy', 'alloy(s)|metallization|metallisation|metal making|合金|靶材', {
    stages: ['metal-alloy'],
  }),
  cue('recycling', 'recycling|recycled|recycle|回收|二次资源', { stages: ['recycling'] }),
]
