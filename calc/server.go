package calc

import (
	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/quantity"
)

// bladesPerEnclosure is how many blades share an enclosure: one sixteenth of it
// each (UBA, Green Cloud Computing, 2021, as in BoaviztAPI 2.4.1).
const bladesPerEnclosure = 16

// parts are the ladders of server parts.
var parts = struct {
	die, cpu, memoryDie, memoryModule, ssdDie, ssd, hdd, motherboard, powerSupply, assembly *ladder
	rack, tower, blade, enclosure                                                           *ladder
}{
	die: fixedLadder("component/cpu-die"), cpu: fixedLadder("component/cpu"),
	memoryDie: fixedLadder("component/memory-die"), memoryModule: fixedLadder("component/memory-module"),
	ssdDie: fixedLadder("component/ssd-die"), ssd: fixedLadder("component/ssd"), hdd: fixedLadder("component/hdd"),
	motherboard: fixedLadder("component/motherboard"), powerSupply: fixedLadder("component/power-supply"),
	assembly: fixedLadder("component/assembly"),
	rack:     fixedLadder("component/casing-rack"),
	tower:    fixedLadder("component/casing-tower", "component/casing-rack"), // few sets tell them apart
	blade:    fixedLadder("component/casing-blade"), enclosure: fixedLadder("component/blade-enclosure"),
}

// partParameters are the ladders of default parameters: the part itself, or the
// parts whose number or size it tells.
var partParameters = struct{ cpu, memory, ssd, powerSupply *ladder }{
	cpu:         fixedLadder("component/cpu-die", "component/cpu"),
	memory:      fixedLadder("component/memory-die", "component/memory-module"),
	ssd:         fixedLadder("component/ssd-die", "component/ssd"),
	powerSupply: fixedLadder("component/power-supply"),
}

var (
	mm2Unit     = quantity.MustParse("mm2")
	gbUnit      = quantity.MustParse("GB")
	densityUnit = quantity.MustParse("GB/cm2")
)

// serverByParts returns the manufacture of one server from its configuration,
// the bottom-up model of UBA's Green Cloud Computing (2021) in the form of
// BoaviztAPI 2.4.1:
//
//	CPU          n · (die · F(cpu-die) + F(cpu))            die in mm2: stated, else cores · area per core
//	memory       GB / density · F(memory-die) + modules · F(memory-module)
//	SSD          GB / density · F(ssd-die) + n · F(ssd)
//	hard disks   n · F(hdd)
//	power        n · kg · F(power-supply)
//	casing       F(casing-rack), F(casing-tower), or F(casing-blade) + F(blade-enclosure) / 16
//	and          F(motherboard) + F(assembly)
//
// What the inventory does not state is taken from the packs' parameters, and
// said. It is nil where no configuration is stated, or where the processors,
// the memory or a factor are missing: then the server goes by the ladder.
func (v *evaluation) serverByParts(impact factors.Impact) *wholeLife {
	if v.config == "" {
		return nil
	}
	config, err := inventory.ParseConfiguration(v.config)
	if err != nil {
		v.note(note{code: ServerByLadder, severity: Assumption, stage: factors.Manufacturing, category: v.category, args: [2]string{v.config}})
		return nil
	}
	s := &serverParts{evaluation: v, config: config, impact: impact}
	s.processors()
	s.memory()
	s.drives()
	s.power()
	s.casing()
	s.add(s.factor("motherboard", parts.motherboard, s.units[impact].perItem))
	s.add(s.factor("assembly", parts.assembly, s.units[impact].perItem))
	if s.missing != "" {
		v.note(note{code: ServerByLadder, severity: Assumption, stage: factors.Manufacturing, impact: impact, category: v.category, args: [2]string{s.missing}})
		return nil
	}
	for _, n := range s.assumed {
		v.note(n)
	}
	perUnit := sumOf("manufacturing of one server, by its parts", v.units[impact].perItem.String(), s.sum...)
	return &wholeLife{perUnit: perUnit, grade: perUnit.grade()}
}

// serverParts collects the parts of one server.
type serverParts struct {
	*evaluation
	config  inventory.Configuration
	impact  factors.Impact
	sum     []*term
	assumed []note
	missing string // the first thing that was needed and is not known
}

func (s *serverParts) add(t *term) {
	if t != nil {
		s.sum = append(s.sum, t)
	}
}

// lack records what is missing.
func (s *serverParts) lack(what string) {
	if s.missing == "" {
		s.missing = what
	}
}

// factor returns the impact of a part in a unit.
func (s *serverParts) factor(label string, l *ladder, unit quantity.Unit) *term {
	match := s.find(l, s.place, want{factors.PropertyImpact, factors.Manufacturing, "", s.impact})
	if match == nil {
		s.lack(l.name)
		return nil
	}
	t, ok := publishedIn(label, match, unit)
	if !ok {
		s.lack(l.name)
		return nil
	}
	return t
}

// stated returns what the inventory states, else what the packs assume.
func (s *serverParts) stated(d decimal.NullDecimal, label string, l *ladder, p factors.Property, unit quantity.Unit) *term {
	if d.Valid {
		return given(label, d.Decimal, unit.String(), fromInventory)
	}
	return s.assume(label, l, p, unit)
}

// assume returns the packs' parameter of a part, and notes that it was assumed.
func (s *serverParts) assume(label string, l *ladder, p factors.Property, unit quantity.Unit) *term {
	t := s.partParameter(label, l, p, unit)
	if t != nil {
		s.noteAssumed(string(p), t.value.String())
	}
	return t
}

func (s *serverParts) noteAssumed(part, value string) {
	s.assumed = append(s.assumed, note{
		code: ServerPartAssumed, severity: Assumption, stage: factors.Manufacturing,
		category: s.category, args: [2]string{part, value},
	})
}

// partParameter returns a parameter of a part.
func (s *serverParts) partParameter(label string, l *ladder, p factors.Property, unit quantity.Unit) *term {
	match := s.find(l, s.place, want{property: p})
	if match == nil {
		s.lack(string(p))
		return nil
	}
	t, ok := publishedIn(label, match, unit)
	if !ok || !t.value.IsPositive() {
		s.lack(string(p))
		return nil
	}
	return t
}

// times returns a product, nil where an operand is missing.
func (s *serverParts) times(label string, args ...*term) *term {
	for _, arg := range args {
		if arg == nil {
			return nil
		}
	}
	return productOf(label, s.units[s.impact].perItem.String(), args...)
}

func (s *serverParts) processors() {
	if !s.config.CPUUnits.Valid {
		s.lack("cpu_units")
		return
	}
	count := given("processors", s.config.CPUUnits.Decimal, "1", fromInventory)
	if count.value.IsZero() {
		return
	}
	area := s.dieArea()
	dies := s.times("dies", count, area, s.factor("die", parts.die, s.units[s.impact].perMM2))
	s.add(dies)
	s.add(s.times("processors", count, s.factor("processor without its die", parts.cpu, s.units[s.impact].perItem)))
}

// dieArea returns the area of one processor's die.
func (s *serverParts) dieArea() *term {
	if s.config.DieMM2.Valid {
		return given("die area of a processor", s.config.DieMM2.Decimal, "mm2", fromInventory)
	}
	if !s.config.CPUCores.Valid {
		s.lack("cpu_cores")
		return nil
	}
	cores := given("cores of a processor", s.config.CPUCores.Decimal, "1", fromInventory)
	perCore := s.assume("die area per core", partParameters.cpu, factors.PropertyDieAreaPerCore, mm2Unit)
	if perCore == nil {
		return nil
	}
	return productOf("die area of a processor", "mm2", cores, perCore)
}

func (s *serverParts) memory() {
	if !s.config.MemoryGB.Valid {
		s.lack("memory_gb")
		return
	}
	if s.config.MemoryGB.Decimal.IsZero() {
		return
	}
	capacity := given("memory", s.config.MemoryGB.Decimal, "GB", fromInventory)
	modules := s.memoryModules(capacity)
	s.silicon("memory", capacity, partParameters.memory, factors.PropertyMemoryDensity, parts.memoryDie)
	s.add(s.times("memory modules", modules, s.factor("memory module without its dies", parts.memoryModule, s.units[s.impact].perItem)))
}

// memoryModules returns their number: stated, else capacity over the usual size
// of a module, rounded up to whole modules.
func (s *serverParts) memoryModules(capacity *term) *term {
	if s.config.MemoryModules.Valid {
		return given("memory modules", s.config.MemoryModules.Decimal, "1", fromInventory)
	}
	size := s.assume("size of a memory module", partParameters.memory, factors.PropertyMemoryModuleSize, gbUnit)
	if size == nil {
		return nil
	}
	return roundedUp("memory modules", "1", quotientOf("capacity over size", "1", []*term{capacity}, []*term{size}))
}

// silicon adds the dies of a capacity.
func (s *serverParts) silicon(label string, capacity *term, l *ladder, p factors.Property, dies *ladder) {
	density := s.assume(label+" density", l, p, densityUnit)
	if density == nil {
		return
	}
	area := quotientOf(label+" die area", "cm2", []*term{capacity}, []*term{density})
	s.add(s.times(label+" dies", area, s.factor(label+" die", dies, s.units[s.impact].perCM2)))
}

// drives adds the drives that are stated. A server that states none is taken to
// boot from the network, and that is said.
func (s *serverParts) drives() {
	c := s.config
	if !c.SSDGB.Valid && !c.SSDUnits.Valid && !c.HDDUnits.Valid {
		s.assumed = append(s.assumed, note{code: ServerWithoutDrives, severity: Assumption, stage: factors.Manufacturing, category: s.category})
		return
	}
	if c.HDDUnits.Valid && c.HDDUnits.Decimal.IsPositive() {
		disks := given("hard disks", c.HDDUnits.Decimal, "1", fromInventory)
		s.add(s.times("hard disks", disks, s.factor("hard disk", parts.hdd, s.units[s.impact].perItem)))
	}
	s.flash()
}

// flash adds the solid-state drives: a capacity without a number is one drive.
func (s *serverParts) flash() {
	c := s.config
	drives := c.SSDUnits
	switch {
	case !c.SSDGB.Valid && (!drives.Valid || drives.Decimal.IsZero()):
		return
	case !c.SSDGB.Valid:
		s.lack("ssd_gb")
		return
	case c.SSDGB.Decimal.IsZero():
		return
	case !drives.Valid:
		drives = decimal.NewNullDecimal(one)
		s.noteAssumed("ssd_units", "1")
	}
	capacity := given("solid-state storage", c.SSDGB.Decimal, "GB", fromInventory)
	s.silicon("SSD", capacity, partParameters.ssd, factors.PropertySSDDensity, parts.ssdDie)
	count := given("solid-state drives", drives.Decimal, "1", fromInventory)
	s.add(s.times("solid-state drives", count, s.factor("drive without its dies", parts.ssd, s.units[s.impact].perItem)))
}

func (s *serverParts) power() {
	count := s.stated(s.config.PSUUnits, "power supplies", partParameters.powerSupply, factors.PropertyPowerSupplyCount, plainUnit)
	mass := s.stated(s.config.PSUKG, "mass of a power supply", partParameters.powerSupply, factors.PropertyPowerSupplyMass, kgUnit)
	s.add(s.times("power supplies", count, mass, s.factor("power supply by mass", parts.powerSupply, s.units[s.impact].perKg)))
}

// casing adds the case: stated, else as the variant says, else a rack case.
func (s *serverParts) casing() {
	casing := s.config.Casing
	if casing == "" {
		casing = s.variant
		if casing != "tower" && casing != "blade" {
			casing = "rack"
		}
		s.noteAssumed("casing", casing)
	}
	perItem := s.units[s.impact].perItem
	switch casing {
	case "tower":
		s.add(s.factor("tower case", parts.tower, perItem))
	case "blade":
		s.add(s.factor("blade case", parts.blade, perItem))
		if enclosure := s.factor("enclosure", parts.enclosure, perItem); enclosure != nil {
			share := givenInt("blades in an enclosure", bladesPerEnclosure, "1", fromFormula)
			s.add(quotientOf("share of the enclosure", perItem.String(), []*term{enclosure}, []*term{share}))
		}
	default:
		s.add(s.factor("rack case", parts.rack, perItem))
	}
}
