package inventory

import (
	"cmp"
	"strconv"
)

// count adds the row in hand to the estate, if nothing speaks against it.
func (c *converter) count(thing *deviceResult) {
	quantity := c.quantity(true)
	c.checkQuantity(quantity)
	acquiredIn, retiredIn := c.date(0, fieldAcquired), c.date(1, fieldRetired)
	c.proxied = ""
	if !acquiredIn.date.Known() && c.at[fieldAcquiredProxy] >= 0 {
		acquiredIn = c.acquiredByProxy(retiredIn.date)
	}
	acquired, retired := acquiredIn.date, retiredIn.date
	if acquired.Known() && retired.Known() && retired < acquired {
		c.reject(CodeRetiredBeforeAcquired, fieldRetired, c.text(fieldRetired), acquired.String(), retired.String())
	}
	key := profileKey{keyDevice: thing.id}
	key[keyLifetime] = c.lifetimeID()
	rate, rateKind := c.rate(thing)
	attribution, hasAttribution := c.number(fieldAttribution, &c.share)
	if thing.server {
		key[keyConfig] = c.configID()
	}
	if why := c.rejected(); why != "" {
		c.leaveHost(thing)
		c.estate.reject(why)
		c.rejects++
		c.flush(true)
		return
	}

	status, ownership := c.word(wordStatus), c.word(wordOwnership)
	if status.number == 0 && thing.status != nil { // Laptops (disposed)
		status = thing.status
	}
	if ownership.number == 0 && thing.owner != nil { // student-owned laptops
		ownership = thing.owner
	}
	if code, f, value, args := c.leftOut(status, Ownership(ownership.value), hasAttribution, acquired, retired); code != "" {
		if f == fieldStatus && status == thing.status || f == fieldOwnership && ownership == thing.owner {
			f = fieldCategory
		}
		c.leaveHost(thing)
		c.exclude(code, f, value, args...)
		return
	}
	t := termKey{
		status: status.number, ownership: ownership.number, condition: c.word(wordCondition).number, hosting: c.word(wordHosting).number,
		endOfLife: c.word(wordEndOfLife).number, quality: c.word(wordQuality).number, energy: rateKind,
	}
	key[keySite] = c.textID(fieldSite, &c.texts[1])
	if id := c.textID(fieldDataCentre, &c.dataCentre); id != 0 {
		key[keySite] = id
		t.inDataCentre = t.hosting == 0
	} else if t.hosting == 0 {
		t.atHome = c.isHome(key[keySite])
	}
	key[keyDepartment] = c.textID(fieldDepartment, &c.texts[0])
	key[keyService] = c.textID(fieldService, &c.texts[2])
	key[keyCountry] = c.countryID(key[keySite])
	key[keyAcquired] = uint32(acquiredIn.month) //nolint:gosec // a month of a plausible date
	key[keyRetired] = uint32(retiredIn.month)   //nolint:gosec // a month of a plausible date
	if hasAttribution {
		key[keyAttribution] = c.attributionID(attribution)
	}
	key[keyTerms] = c.termsID(t)
	c.noteProxy()
	if thing.pieces > 1 && quantity.units.Cmp(CountTally(1)) == 0 {
		c.warn(CodeQuantityInText, fieldQuantity, "", strconv.FormatInt(thing.pieces, 10))
	}

	key[keyItem] = c.items.see(c.place, c.row.number)
	c.contribute(thing, &key, quantity.units, rate, acquired, retired)
	c.estate.counts.Assessed++
	c.assessed++
	if thing.unresolved {
		c.unrecognised++
	}
	if c.identifierKind != noIdentifier && c.ledger != nil {
		c.ledger.see(c.ledgerSheet, c.row.number, c.identifierKind, c.identifier)
	}
	for i, column := range nameKeys {
		if id := key[column]; id != 0 {
			c.names[i].see(id, c.estate.texts[column].values, c.people)
		}
	}
	if thing.ask != nil {
		thing.ask.count(quantity.units)
	}
	c.flush(false)
}

// checkQuantity says what is wrong with the quantity of the row in hand, or that
// it is a large one.
func (c *converter) checkQuantity(quantity quantityValue) {
	switch {
	case quantity.problem == CodeQuantityAbsurd:
		c.reject(quantity.problem, fieldQuantity, quantity.text, strconv.Itoa(mostUnits))
	case quantity.problem != "":
		c.reject(quantity.problem, fieldQuantity, quantity.text)
	case quantity.units.Cmp(CountTally(manyUnits)) > 0:
		c.warn(CodeQuantityLarge, fieldQuantity, c.text(fieldQuantity), strconv.Itoa(manyUnits))
	}
}

// rejected returns the first reason found why the row cannot be used, empty for none.
func (c *converter) rejected() Code {
	for i := range c.pending {
		if c.pending[i].Severity == Rejected {
			return c.pending[i].Code
		}
	}
	return ""
}

// leftOut returns why a row that is understood does not count for the period.
func (c *converter) leftOut(status *wordValue, ownership Ownership, hasAttribution bool, acquired, retired Date) (Code, field, string, []string) {
	period := c.estate.period
	switch {
	case status.exclude != "":
		return status.exclude, fieldStatus, status.text, nil
	case ownership == Personal && !hasAttribution && !c.options.KeepPersonal:
		return CodePersonalDevice, fieldOwnership, c.text(fieldOwnership), nil
	case retired.Known() && retired < period.Start:
		return CodeRetiredBeforePeriod, fieldRetired, c.text(fieldRetired), []string{retired.String(), period.Start.String()}
	case acquired > period.End:
		return CodeAcquiredAfterPeriod, fieldAcquired, c.text(fieldAcquired), []string{acquired.String(), period.End.String()}
	case !retired.Known() && leftService(Status(status.value)):
		return CodeRetiredUndated, fieldStatus, status.text, nil
	}
	return "", noField, "", nil
}

// leftService reports whether a unit of that status is gone.
func leftService(s Status) bool { return s == Retired || s == Disposed || s == Lost }

// contribute adds the units to the profile, unless they wait for machines.
func (c *converter) contribute(thing *deviceResult, key *profileKey, units, rate Tally, acquired, retired Date) {
	if c.hosts != nil && c.holdHost(thing, key, units, rate, acquired, retired) {
		return
	}
	days, full := serviceDays(c.estate.period, acquired, retired)
	observed := 0
	if c.options.Observed {
		observed = observedDays(acquired, retired, c.options.AsOf)
	}
	if contribution, ok := contributionOf(units, rate, days, full, observed); ok {
		c.out.keys = append(c.out.keys, *key)
		c.out.contributions = append(c.out.contributions, contribution)
		return
	}
	c.out.rest = append(c.out.rest, restContribution{*key, amountsOf(units, rate, days, full, observed)})
}

// contributionOf returns what a row adds in the integers of the table: nearly
// always, for whole units and rates of up to six decimal places.
func contributionOf(units, rate Tally, days int, full bool, observed int) (contribution, bool) {
	const mostRate = 1 << 40 // millionths: a million; times ten million units and days of ten years it would not fit
	if units.rest != nil || rate.rest != nil || units.micro%microUnit != 0 || rate.micro > mostRate {
		return contribution{}, false
	}
	whole := units.micro / microUnit
	c := contribution{base: baseAmounts{rows: 1, units: units.micro}}
	if full {
		c.base.full = units.micro
	} else {
		c.base.days = units.micro * int64(days)
	}
	if rate.micro != 0 {
		const most = 1 << 62
		factor := whole
		if !full {
			factor *= int64(days)
		}
		if factor > 0 && rate.micro > most/factor {
			return contribution{}, false
		}
		if full {
			c.rates.full = rate.micro * factor
		} else {
			c.rates.days = rate.micro * factor
		}
	}
	if observed > 0 {
		amount, into := whole, &c.observed.full
		if !full {
			amount, into = whole*int64(days), &c.observed.days
		}
		w, fits := perObservedYearWide(amount, observed)
		if !fits {
			return contribution{}, false
		}
		*into = w
	}
	return c, true
}

// amountsOf returns the same as exact sums, whatever the numbers.
func amountsOf(units, rate Tally, days int, full bool, observed int) Amounts {
	a := Amounts{Rows: 1, Units: units}
	rated := Tally{}
	if rate.Sign() != 0 {
		rated = DecimalTally(rate.Decimal().Mul(units.Decimal()))
	}
	amount := units
	if full {
		a.Full, a.RateFull = units, rated
	} else {
		amount = units.Times(int64(days))
		a.Days, a.RateDays = amount, rated.Times(int64(days))
	}
	if observed > 0 {
		per := DecimalTally(perObservedYear(amount, observed))
		if full {
			a.ObservedFull = per
		} else {
			a.ObservedDays = per
		}
	}
	return a
}

// rate returns what the row says about electricity, the strongest first.
func (c *converter) rate(thing *deviceResult) (Tally, EnergyRate) {
	kwh, measured := c.number(fieldAnnualKWh, &c.energy[0])
	watts, hasPower := c.number(fieldPower, &c.energy[1])
	hours, hasHours := c.number(fieldHours, &c.energy[2])
	switch {
	case measured:
		switch {
		case kwh.Sign() == 0:
			c.note(CodeEnergyZero, Warning, fieldAnnualKWh, "")
		case kwh.Cmp(thing.mostKWh) > 0:
			c.reject(CodeNumberRange, fieldAnnualKWh, c.text(fieldAnnualKWh), fieldAnnualKWh.String(), "0", thing.mostKWh.String(), "kWh")
		}
		return kwh, RateMeasured
	case hasPower && hasHours: // kWh = W × h ÷ 1,000
		return DecimalTally(watts.Decimal().Mul(hours.Decimal()).Shift(-3)), RatePowered
	case hasPower:
		return watts, RatePower
	case hasHours:
		return hours, RateHours
	}
	return Tally{}, RateNone
}

// maxMemo bounds the combinations that are remembered.
const maxMemo = 1 << 14

func (c *converter) attributionID(share Tally) uint32 {
	if id, ok := c.shareIDs[share]; ok && share.rest == nil {
		return id
	}
	id := c.estate.texts[keyAttribution].id(share.String())
	c.report.countText(8)
	if share.rest == nil && len(c.shareIDs) < maxMemo {
		c.shareIDs[share] = id
	}
	return id
}

// configID returns the number of a server's configuration.
func (c *converter) configID() uint32 {
	var key [len(partFields) + 1]Tally
	var known [len(partFields)]bool
	stated, byValue := false, true
	for i, f := range partFields {
		v, ok := c.number(f, &c.parts[i])
		if !ok {
			continue
		}
		stated, known[i] = true, true
		key[i] = v
		byValue = byValue && v.rest == nil
		key[len(partFields)].micro |= 1 << i // 0 is not the same as not stated
	}
	casing := c.word(wordCasing).value
	for i, name := range casings {
		if casing == name {
			key[len(partFields)].micro |= int64(i+1) << len(partFields)
		}
	}
	if !stated && casing == "" {
		return 0
	}
	if id, ok := c.configs[key]; ok && byValue {
		return id
	}
	var config Configuration
	config.Casing = casing
	for i, f := range partFields {
		if known[i] {
			for _, part := range partsOf(&config) {
				if part.key == f.String() {
					part.value.Decimal, part.value.Valid = key[i].Decimal(), true
				}
			}
		}
	}
	text := config.String()
	id := c.estate.texts[keyConfig].id(text)
	c.report.countText(len(text))
	if byValue && len(c.configs) < maxMemo {
		c.configs[key] = id
	}
	return id
}

// A termKey is a row's terms as the numbers of words in their vocabularies.
type termKey struct {
	status, ownership, condition, hosting, endOfLife, quality uint8
	inDataCentre                                              bool // by the name of a data centre
	atHome                                                    bool // by the name of the site
	energy                                                    EnergyRate
}

func (c *converter) termsID(k termKey) uint32 {
	if id, ok := c.termIDs[k]; ok {
		return id
	}
	value := func(f field, n uint8) string {
		if n == 0 {
			return ""
		}
		return vocabularies()[f].values[n-1]
	}
	t := terms{
		status:    Status(value(fieldStatus, k.status)),
		ownership: Ownership(value(fieldOwnership, k.ownership)),
		condition: Condition(value(fieldCondition, k.condition)),
		hosting:   Hosting(value(fieldHosting, k.hosting)),
		endOfLife: value(fieldEndOfLife, k.endOfLife),
		quality:   Quality(value(fieldQuality, k.quality)),
		energy:    k.energy,
	}
	if k.inDataCentre {
		t.hosting = DataCentre
	}
	if k.atHome {
		t.hosting = Home
	}
	id := c.estate.terms.id(t)
	c.termIDs[k] = id
	return id
}

// countryResult is the place of a row.
type countryResult struct {
	id      uint32
	unknown bool
	quoted  string // the text as a note names it; empty where there are too many
	field   field
	guessed bool // nothing said: the default
}

// countryID returns the number of the row's country or subdivision.
func (c *converter) countryID(site uint32) uint32 {
	var key [len(placeFields)]uint32
	for i, f := range placeFields {
		if cell, ok := c.cell(f); ok {
			key[i] = c.places[i].get(cell).number
		}
	}
	var r *countryResult
	if key[1] == 0 && int(key[0]) < len(c.countries) { // nearly always
		r = c.countries[key[0]]
	}
	if r == nil {
		r = c.placeOf(key)
	}
	if r.unknown {
		c.noteOf(r.quoted, CodeCountryUnknown, r.field, c.options.DefaultCountry)
	}
	c.guessed = false
	if r.guessed && c.hosts != nil && site != 0 && c.at[fieldDataCentre] >= 0 {
		return c.openPlace(site)
	}
	c.guessed = r.guessed
	if r.guessed {
		if c.options.DefaultCountry == "" {
			c.note(CodeCountryMissing, Warning, fieldCountry, "")
		} else {
			c.note(CodeCountryDefault, Note, fieldCountry, "", c.options.DefaultCountry)
		}
	}
	return r.id
}

// placeOf finds the place of texts by their numbers, and remembers it.
func (c *converter) placeOf(key [len(placeFields)]uint32) *countryResult {
	if r, ok := c.subdivisions[key]; ok {
		return r
	}
	r := c.country()
	switch {
	case key[0] >= maxMemo || key[1] >= maxMemo: // not numbered, or too many
	case key[1] == 0:
		for len(c.countries) <= int(key[0]) {
			c.countries = append(c.countries, nil)
		}
		c.countries[key[0]] = r
	case len(c.subdivisions) < maxMemo:
		c.subdivisions[key] = r
	}
	return r
}

func (c *converter) country() *countryResult {
	texts := [len(placeFields)]string{}
	for i, f := range placeFields {
		if cell, ok := c.cell(f); ok {
			if t := c.places[i].get(cell).text; !isBlankText(t) {
				texts[i] = t
			}
		}
	}
	r := &countryResult{field: fieldCountry}
	code, ok := "", false
	if texts[0] != "" {
		if code, ok = c.says.country(texts[0]); !ok {
			code, ok = parseCountry(texts[0])
		}
		if r.unknown = !ok; r.unknown && c.strangePlaces < mostWords {
			c.strangePlaces++
			r.quoted = c.quote(texts[0], fieldCountry)
		}
	}
	if sub, found := parseSubdivision(cmp.Or(code, countryIf(texts[0] == "", c.options.DefaultCountry)), texts[1]); found {
		code, ok = sub, true
	}
	if !ok {
		code = c.options.DefaultCountry
		r.guessed = !r.unknown
	}
	r.id = c.estate.texts[keyCountry].id(code)
	return r
}

func countryIf(yes bool, code string) string {
	if yes {
		return code
	}
	return ""
}

// isHome reports whether a site says “at home” and no more: what stands there is
// used at home, unless the row says what kind of place it is.
func (c *converter) isHome(site uint32) bool {
	if site == 0 {
		return false
	}
	is, known := c.homes[site]
	if !known {
		if c.homes == nil {
			c.homes = make(map[uint32]bool)
		}
		is = isHomeWord(c.estate.texts[keySite].values[site])
		c.homes[site] = is
	}
	return is
}
